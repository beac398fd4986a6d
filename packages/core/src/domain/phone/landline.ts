import { parsePhone } from './parse-phone.ts'

/** Whether the digits of a number tell that it is a landline's; of a number that may be either they do not. */
export function isLandline(e164: string): boolean {
  return parsePhone(e164)?.type === 'fixedLine'
}

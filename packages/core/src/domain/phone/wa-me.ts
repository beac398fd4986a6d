import { LanggananError } from '../error/langganan-error.ts'

/**
 * The link that opens a chat with a number, `https://wa.me/6281234567890`.
 *
 * @throws LanggananError `INVALID_INPUT` unless the number is a `+` and digits.
 */
export function chatLink(e164: string): string {
  if (!/^\+\d+$/.test(e164)) {
    throw new LanggananError('INVALID_INPUT', 'A chat link needs a number of + and digits.')
  }
  return `https://wa.me/${e164.slice(1)}`
}

import { CliError } from '../errors/cli-error.ts'

/** A whole number of 1 or more, from an option. */
export function wholeNumber(text: string, field: string): number {
  const number = /^\d{1,15}$/.test(text) ? Number(text) : 0
  if (number >= 1) return number
  throw new CliError('INVALID_INPUT', `--${field}: Expected a whole number of 1 or more.`, field)
}

import { CliError } from '../errors/cli-error.ts'
import { localTimeFormat } from '../output/local-time.ts'
import { localClock } from './local-clock.ts'
import { isoTime } from './time-text.ts'

/** The instant of `--at` or another option: ISO 8601 with its zone, or a time or a day of the shop's zone. */
export function parseAt(text: string, timeZone: string, field = 'at'): number {
  const at = isoTime(localClock(timeZone))(text.trim())
  if (at !== undefined) return at
  throw new CliError(
    'INVALID_INPUT',
    `--${field}: Expected an instant such as 2026-11-21T14:05:00+07:00, or a time or a day in ${timeZone} such as "2026-11-21 14:05" or 2026-11-21, that exists: not 30 February, nor an hour that the clocks skip.`,
    field,
  )
}

/** The local day of `--due`: itself, or the shop's day of an instant. */
export function parseDay(text: string, field: string, timeZone: string): string {
  const at = isoTime(localClock(timeZone))(text.trim())
  if (at !== undefined) return localTimeFormat(timeZone)(new Date(at)).slice(0, day.length)
  throw new CliError(
    'INVALID_INPUT',
    `--${field}: Expected a day that exists, such as ${day}, or an instant such as ${day}T14:05:00+07:00, which counts as its day in ${timeZone}.`,
    field,
  )
}

const day = '2026-11-21'

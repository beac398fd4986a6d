import { CliError } from '../errors/cli-error.ts'
import { localClock } from './local-clock.ts'
import { isoTime } from './time-text.ts'

/** The instant of `--at`: ISO 8601 with its zone, or a time of the shop's zone. */
export function parseAt(text: string, timeZone: string): number {
  const at = isoTime(localClock(timeZone))(text.trim())
  if (at !== undefined) return at
  throw new CliError(
    'INVALID_INPUT',
    `at: Expected an instant such as 2026-11-21T14:05:00+07:00, or a time in ${timeZone} such as "2026-11-21 14:05", that exists: not 30 February, nor an hour that the clocks skip.`,
    'at',
  )
}

import { tzOffset } from '@date-fns/tz/tzOffset'
import { LanggananError } from '../error/langganan-error.ts'
import { isTimeZone } from './time-zone.ts'

const minute = 60_000
const blockLength = 6 * 60 * minute
const mostBlocks = 20_000
const lastInstant = 8.64e15

/** Per zone the offset of every block of six hours seen so far; NaN where it changes inside. */
const blocksOfZone = new Map<string, Map<number, number>>()

/**
 * A zone's offset from UTC at an instant, both in milliseconds, positive east of Greenwich.
 *
 * Asking the engine takes microseconds, so blocks without a change are remembered; this relies on
 * no zone changing its offset and back within six hours.
 *
 * @throws LanggananError `TIME_ZONE_UNKNOWN` if the zone is not an IANA name; `INVALID_INPUT` for an
 * instant beyond ±8.64e15, which no date can hold.
 */
export function offsetAt(instant: number, zone: string): number {
  if (!(Math.abs(instant) <= lastInstant)) {
    throw new LanggananError('INVALID_INPUT', 'The instant is no epoch time in milliseconds.')
  }
  const blocks = blocksOf(zone)
  const block = Math.floor(instant / blockLength)
  const known = blocks.get(block)
  if (known !== undefined) return Number.isNaN(known) ? askOffset(instant, zone) : known

  const first = askOffset(block * blockLength, zone)
  const last = askOffset((block + 1) * blockLength - 1, zone)
  if (blocks.size >= mostBlocks) blocks.clear()
  blocks.set(block, first === last ? first : Number.NaN)
  return first === last ? first : askOffset(instant, zone)
}

function blocksOf(zone: string): Map<number, number> {
  const known = blocksOfZone.get(zone)
  if (known !== undefined) return known
  if (!isTimeZone(zone)) {
    throw new LanggananError('TIME_ZONE_UNKNOWN', 'The time zone is not a known IANA name.')
  }
  const blocks = new Map<number, number>()
  blocksOfZone.set(zone, blocks)
  return blocks
}

function askOffset(instant: number, zone: string): number {
  return Math.round(tzOffset(zone, new Date(instant)) * minute)
}

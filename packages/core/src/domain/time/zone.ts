import { LanggananError } from '../error/langganan-error.ts'
import { dateOfWallTime, midnightOf } from './local-date.ts'
import { firstInstantAt, furthestWallTime, wallTime } from './wall-time.ts'

const minute = 60_000
const dayLength = 1440 * minute

/**
 * The local day of an instant, `YYYY-MM-DD`.
 *
 * Days never run backwards: where clocks are put back across midnight, the hour shown twice belongs
 * to the new day. So `startOfLocalDay(localDate(t)) ≤ t < startOfLocalDay(the day after)` for all t.
 *
 * @throws LanggananError `TIME_ZONE_UNKNOWN`; `INVALID_INPUT` outside the years 0001–9999.
 */
export function localDate(instant: number, zone: string): string {
  return dateOfWallTime(furthestWallTime(instant, zone))
}

/** The minutes since midnight that the zone's clocks show at an instant, from 0 to 1439. */
export function localMinuteOfDay(instant: number, zone: string): number {
  const wall = wallTime(instant, zone)
  return Math.floor((wall - Math.floor(wall / dayLength) * dayLength) / minute)
}

/** The weekday of an instant's local day, from 1 for Monday to 7 for Sunday. */
export function dayOfWeek(instant: number, zone: string): number {
  return new Date(midnightOf(localDate(instant, zone))).getUTCDay() || 7
}

/**
 * The first instant of a local day, in epoch milliseconds.
 *
 * Where midnight does not exist it is the first moment after the gap; for a day that was skipped
 * altogether it is the start of the next.
 *
 * @throws LanggananError `INVALID_INPUT` if the text is no date; `TIME_ZONE_UNKNOWN`.
 */
export function startOfLocalDay(date: string, zone: string): number {
  return firstInstantAt(midnightOf(date), zone)
}

/**
 * The instant of a local time, `YYYY-MM-DDTHH:MM:SS`, in epoch milliseconds: the next that exists where
 * clocks skip it, the earlier one where they show it twice.
 *
 * @throws LanggananError `INVALID_INPUT` if the text is no such time; `TIME_ZONE_UNKNOWN`.
 */
export function instantOfLocalTime(local: string, zone: string): number {
  const wall = localTimeShape.test(local) ? Date.parse(`${local}Z`) : Number.NaN
  if (!Number.isNaN(wall)) return firstInstantAt(wall, zone)
  throw new LanggananError('INVALID_INPUT', 'Expected a local time as YYYY-MM-DDTHH:MM:SS.')
}

const localTimeShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/

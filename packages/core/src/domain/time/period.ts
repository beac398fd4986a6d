import { addUnits, type CalendarUnit, startOfUnit } from './calendar.ts'
import { addDays, midnightOf } from './local-date.ts'
import { firstInstantAt, furthestWallTime } from './wall-time.ts'
import { localDate, startOfLocalDay } from './zone.ts'

/** A stretch of time, `from` ≤ t < `to`, in epoch milliseconds. */
export interface Period {
  readonly from: number
  readonly to: number
}

/** Which unit is meant, seen from now. */
export type PeriodPosition = 'this' | 'last' | 'next'

const shifts = { last: -1, this: 0, next: 1 } as const

/**
 * This, the last or the next calendar week, month, quarter or year in a zone.
 *
 * Weeks begin on Monday. `now` always lies in the `this` of every unit.
 */
export function period(
  position: PeriodPosition,
  unit: CalendarUnit,
  now: number,
  zone: string,
): Period {
  const current = startOfUnit(furthestWallTime(now, zone), unit)
  const from = addUnits(current, unit, shifts[position])
  return {
    from: firstInstantAt(from, zone),
    to: firstInstantAt(addUnits(from, unit, 1), zone),
  }
}

/** The local day `YYYY-MM-DD` in a zone; empty if the zone skipped it. */
export function day(date: string, zone: string): Period {
  return {
    from: startOfLocalDay(date, zone),
    to: firstInstantAt(midnightOf(date) + 86_400_000, zone),
  }
}

/** The local day that `now` lies in. */
export function today(now: number, zone: string): Period {
  return day(localDate(now, zone), zone)
}

/** The local day before the one that `now` lies in; empty if the zone skipped it. */
export function yesterday(now: number, zone: string): Period {
  return day(addDays(localDate(now, zone), -1), zone)
}

/** The local day after the one that `now` lies in; empty if the zone skips it. */
export function tomorrow(now: number, zone: string): Period {
  return day(addDays(localDate(now, zone), 1), zone)
}

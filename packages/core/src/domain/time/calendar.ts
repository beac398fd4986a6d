import { UTCDateMini } from '@date-fns/utc/date/mini'
import { addMonths } from 'date-fns/addMonths'
import { startOfISOWeek } from 'date-fns/startOfISOWeek'
import { startOfMonth } from 'date-fns/startOfMonth'
import { startOfQuarter } from 'date-fns/startOfQuarter'
import { startOfYear } from 'date-fns/startOfYear'

// The calendar arithmetic of wall times. They are UTC dates to date-fns, whose other parts are never
// looked at: a plain date, and a `TZDate` in UTC too, gives other results where the process's own
// zone has a gap.

const weekLength = 7 * 86_400_000

/** A calendar unit that periods are made of; weeks begin on Monday. */
export type CalendarUnit = 'week' | 'month' | 'quarter' | 'year'

const monthsIn = { month: 1, quarter: 3, year: 12 } as const

const startOf = {
  week: startOfISOWeek,
  month: startOfMonth,
  quarter: startOfQuarter,
  year: startOfYear,
} as const

/** The wall time that many months later, on the last day of a month that is too short. */
export function addMonthsToWallTime(wall: number, months: number): number {
  return addMonths(new UTCDateMini(wall), months).getTime()
}

/** The first midnight of the unit that a wall time lies in. */
export function startOfUnit(wall: number, unit: CalendarUnit): number {
  return startOf[unit](new UTCDateMini(wall)).getTime()
}

/** The midnight that many units after a unit's first midnight. */
export function addUnits(start: number, unit: CalendarUnit, count: number): number {
  if (unit === 'week') return start + count * weekLength
  return addMonthsToWallTime(start, count * monthsIn[unit])
}

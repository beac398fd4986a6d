import type { Step } from '../../../time/step.ts'
import type { CalendarPeriod, Period } from '../../predicate.ts'

/**
 * How a bound goes on with now. Every bound of the language is monotone in now: it stands still, or it
 * never runs backwards.
 */
export interface Motion {
  /** Bounds of one family are ordered by rank at every instant. */
  readonly family: string
  /** A higher rank lies as late or later. In the family `exact` it is the distance from now, ms. */
  readonly rank: number
  /** The bound lies between now + least and now + most, ms. */
  readonly least: number
  readonly most: number
}

/** A bound of whole numbers: what it is now, and how it goes on. */
export interface Bound {
  readonly value: number
  /** Null stands still. */
  readonly motion: Motion | null
  /** How far the bound lies behind what moves: value = what moves + plus. */
  readonly plus: number
}

export function still(value: number): Bound {
  return { value, motion: null, plus: 0 }
}

/** The bound a number further. */
export function shifted(bound: Bound, by: number): Bound {
  return { ...bound, value: bound.value + by, plus: bound.plus + by }
}

/** Whether a bound lies above another now and at every later instant; false where that is not certain. */
export function alwaysAbove(high: Bound, low: Bound): boolean {
  const [a, b] = [high.motion, low.motion]
  if (b === null) return high.value > low.value
  if (a === null) return false
  if (a.family === b.family) {
    return a.family === 'exact'
      ? a.rank + high.plus > b.rank + low.plus
      : a.rank >= b.rank && high.plus > low.plus
  }
  return a.least + high.plus > b.most + low.plus
}

/** Whether a bound is never below another. */
export function neverBelow(high: Bound, low: Bound): boolean {
  return alwaysAbove(high, shifted(low, -1))
}

const day = 86_400_000
const meanMonth = 30.436875 * day
// A run of months is never further than three days from so many mean months; clocks and skipped days
// take one more; the rest is room.
const monthDoubt = 7 * day

/** Now itself. */
export const withNow: Motion = { family: 'exact', rank: 0, least: 0, most: 0 }

/** The far end of a step from now, forward or back. */
export function motionOfStep(step: Step, direction: 1 | -1): Motion {
  const months = (step.months ?? 0) + 3 * (step.quarters ?? 0) + 12 * (step.years ?? 0)
  if (months > 0) {
    const rank = direction * months
    const mean = rank * meanMonth
    return { family: 'months', rank, least: mean - monthDoubt, most: mean + monthDoubt }
  }
  const { minutes = 0, hours = 0, days = 0, weeks = 0 } = step
  const rank = direction * (minutes * 60_000 + hours * 3_600_000 + (days + 7 * weeks) * day)
  return { family: 'exact', rank, least: rank, most: rank }
}

/** How the two bounds of a period go on. */
export function motionsOfPeriod(period: Period): { low: Motion | null; high: Motion | null } {
  if ('this' in period) return motionsOfUnit(period.this, 0)
  if ('last' in period) {
    return typeof period.last === 'string'
      ? motionsOfUnit(period.last, -1)
      : { low: motionOfStep(period.last, -1), high: withNow }
  }
  if ('next' in period) {
    return typeof period.next === 'string'
      ? motionsOfUnit(period.next, 1)
      : { low: withNow, high: motionOfStep(period.next, 1) }
  }
  return { low: null, high: null }
}

const longest: Readonly<Record<CalendarPeriod, number>> = {
  day: 1,
  week: 7,
  month: 31,
  quarter: 92,
  year: 366,
}

function motionsOfUnit(unit: CalendarPeriod, position: number): { low: Motion; high: Motion } {
  return { low: startOfUnit(unit, position), high: startOfUnit(unit, position + 1) }
}

/** The beginning of this unit of the calendar, or of one before or after it. */
function startOfUnit(unit: CalendarPeriod, rank: number): Motion {
  const length = longest[unit]
  const doubt = 2 // clocks, and days that a zone skipped
  return {
    family: unit,
    rank,
    least: (Math.min(rank, 0) * length - length - doubt) * day,
    most: (Math.max(rank, 0) * length + doubt) * day,
  }
}

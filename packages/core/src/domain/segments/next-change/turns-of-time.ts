import { period, today, tomorrow, yesterday } from '../../time/period.ts'
import { whenBackReaches, whenForwardReaches } from '../../time/step-inverse.ts'
import type { Ago, CalendarPeriod, Period, Scalar } from '../predicate.ts'
import { isAgo } from '../resolve/checked.ts'

/**
 * Instants from which an event may lie in a period, or out of it, that it did not lie in before; all
 * of those at which that changes are among them.
 *
 * @param at when the event is, epoch milliseconds
 */
export function turnsOfPeriod(at: number, given: Period, timeZone: string): readonly number[] {
  if ('this' in given) return edgesOf('this', given.this, at, timeZone)
  if ('last' in given) {
    return typeof given.last === 'string'
      ? edgesOf('next', given.last, at, timeZone)
      : [at, whenBackReaches(at, given.last, timeZone)]
  }
  if ('next' in given) {
    return typeof given.next === 'string'
      ? edgesOf('last', given.next, at, timeZone)
      : [whenForwardReaches(at, given.next, timeZone), at]
  }
  return [] // dates stand still
}

/** Instants from which an event is so long ago that a comparison with it may turn out otherwise. */
export function turnsOfComparison(
  at: number,
  value: Scalar | Ago,
  timeZone: string,
): readonly number[] {
  return isAgo(value) ? [whenBackReaches(at, value.ago, timeZone)] : []
}

/**
 * The edges of the calendar period that an event lies in, or of the one before or after: as seen from
 * there, and from nowhere else, the event lies in this period, the next one or the last one.
 */
function edgesOf(
  which: 'last' | 'this' | 'next',
  unit: CalendarPeriod,
  at: number,
  timeZone: string,
): readonly number[] {
  const { from, to } =
    unit === 'day' ? days[which](at, timeZone) : period(which, unit, at, timeZone)
  return [from, to]
}

const days = { last: yesterday, this: today, next: tomorrow } as const

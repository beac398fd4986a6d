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
  if ('this' in given) return edgesAround(at, given.this, timeZone)
  if ('last' in given) {
    return typeof given.last === 'string'
      ? edgesAround(at, given.last, timeZone)
      : [at, whenBackReaches(at, given.last, timeZone)]
  }
  if ('next' in given) {
    return typeof given.next === 'string'
      ? edgesAround(at, given.next, timeZone)
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

/** The edges of the calendar period that an event lies in, of the one before and of the one after. */
function edgesAround(at: number, unit: CalendarPeriod, timeZone: string): readonly number[] {
  const around =
    unit === 'day'
      ? [yesterday(at, timeZone), today(at, timeZone), tomorrow(at, timeZone)]
      : [
          period('last', unit, at, timeZone),
          period('this', unit, at, timeZone),
          period('next', unit, at, timeZone),
        ]
  return around.flatMap(({ from, to }) => [from, to])
}

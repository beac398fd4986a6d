import { day, period, today, tomorrow, yesterday } from '../../time/period.ts'
import { back, forward, type Step } from '../../time/step.ts'
import type { CalendarPeriod, Period, PeriodKeys } from '../predicate.ts'
import type { Moment } from './moment.ts'

/** Instants after < t ≤ upTo; null leaves a side open. */
export interface Interval {
  readonly after: number | null
  readonly upTo: number | null
}

const days = { last: yesterday, this: today, next: tomorrow } as const

/** The instants of a period seen from now. */
export function intervalOf(given: Period, moment: Moment): Interval {
  const { timeZone } = moment
  if ('last' in given) return lastOf(given.last, moment)
  if ('next' in given) return nextOf(given.next, moment)
  if ('this' in given) return calendarInterval('this', given.this, moment)
  if ('on' in given) return inside(day(given.on, timeZone))
  if ('before' in given) return { after: null, upTo: day(given.before, timeZone).from - 1 }
  if ('after' in given) return { after: day(given.after, timeZone).to - 1, upTo: null }
  if ('since' in given) return { after: day(given.since, timeZone).from - 1, upTo: null }
  if ('until' in given) return { after: null, upTo: day(given.until, timeZone).to - 1 }
  const [first, last] = given.between
  return inside({ from: day(first, timeZone).from, to: day(last, timeZone).to })
}

/** The period among the keys of an event filter. */
export function periodIn(keys: PeriodKeys): Period | undefined {
  if (keys.last !== undefined) return { last: keys.last }
  if (keys.next !== undefined) return { next: keys.next }
  if (keys.this !== undefined) return { this: keys.this }
  if (keys.on !== undefined) return { on: keys.on }
  if (keys.before !== undefined) return { before: keys.before }
  if (keys.after !== undefined) return { after: keys.after }
  if (keys.since !== undefined) return { since: keys.since }
  if (keys.until !== undefined) return { until: keys.until }
  return keys.between === undefined ? undefined : { between: keys.between }
}

/** now − step < t ≤ now, or the calendar period before this one. */
function lastOf(length: Step | CalendarPeriod, moment: Moment): Interval {
  if (typeof length === 'string') return calendarInterval('last', length, moment)
  return { after: back(moment.now, length, moment.timeZone), upTo: moment.now }
}

/** now < t ≤ now + step, or the calendar period after this one. */
function nextOf(length: Step | CalendarPeriod, moment: Moment): Interval {
  if (typeof length === 'string') return calendarInterval('next', length, moment)
  return { after: moment.now, upTo: forward(moment.now, length, moment.timeZone) }
}

function calendarInterval(
  position: 'last' | 'this' | 'next',
  unit: CalendarPeriod,
  { now, timeZone }: Moment,
): Interval {
  return inside(
    unit === 'day' ? days[position](now, timeZone) : period(position, unit, now, timeZone),
  )
}

function inside({ from, to }: { readonly from: number; readonly to: number }): Interval {
  return { after: from - 1, upTo: to - 1 }
}

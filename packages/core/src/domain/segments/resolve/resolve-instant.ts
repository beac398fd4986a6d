import { back } from '../../time/step.ts'
import type { Comparison, Condition } from '../condition.ts'
import type { Ago, FieldPredicate, Period, Scalar } from '../predicate.ts'
import { type Bounds, boundsOf, testOf } from './bounds.ts'
import { isAgo, isPeriod, unchecked } from './checked.ts'
import type { Moment } from './moment.ts'
import { intervalOf } from './periods.ts'
import type { Place } from './places.ts'

/** A test of a stored instant. */
export function resolveInstant(predicate: FieldPredicate, place: Place, moment: Moment): Condition {
  switch (predicate.is) {
    case 'missing':
      return place({ is: 'missing' })
    case 'in':
      if (!isPeriod(predicate.value)) throw unchecked('a period')
      return place(testOf(boundsOfPeriod(predicate.value, moment)))
    case '=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return place(testOf(boundsOfTime(predicate.is, predicate.value, moment)))
    default:
      throw unchecked('a period or a comparison')
  }
}

/** The instants of a period. */
export function boundsOfPeriod(period: Period, moment: Moment): Bounds {
  const { after, upTo } = intervalOf(period, moment)
  return { low: after === null ? null : after + 1, high: upTo }
}

/** The instants that a comparison lets through. */
export function boundsOfTime(is: Comparison, value: Scalar | Ago, moment: Moment): Bounds {
  return boundsOf(is, instantOf(value, moment))
}

function instantOf(value: Scalar | Ago, { now, timeZone }: Moment): number {
  if (typeof value === 'string') return Date.parse(value)
  if (isAgo(value)) return back(now, value.ago, timeZone)
  throw unchecked('an instant')
}

import { day } from '../../time/period.ts'
import type { Condition } from '../condition.ts'
import type { HadLabelPredicate } from '../predicate.ts'
import type { Moment } from './moment.ts'

/** Whether the label was on when the day ended: false until then, whatever is on already. */
export function resolveHadLabel(
  { hadLabel, at }: HadLabelPredicate,
  { now, timeZone }: Moment,
): Condition {
  const { to } = day(at, timeZone)
  const had: Condition = { op: 'label', id: hadLabel, before: to }
  // The same lists are read before and after the day.
  return now < to ? { op: 'all', of: [{ op: 'any', of: [] }, had] } : had
}

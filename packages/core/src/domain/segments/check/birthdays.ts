import type { Step } from '../../time/step.ts'
import type { CalendarPeriod, Period } from '../predicate.ts'
import { invalid } from './invalid.ts'
import type { Plain } from './plain.ts'
import { periodAt } from './times.ts'

/** A period that days which come back can lie in: one with two ends, counted in days. */
export function birthdaysAt(value: Plain | undefined, path: string): Period {
  const period = periodAt(value, path)
  if ('this' in period || 'on' in period || 'between' in period) return period
  if ('next' in period && isCounted(period.next)) return period
  if ('last' in period && isCounted(period.last)) return period
  throw invalid(
    path,
    'days such as birthdays come back every year: expected {"next": {"days": 7}} with up to 366 days or 52 weeks, {"this": "month"}, {"on": date}, {"between": [date, date]} or "today".',
  )
}

function isCounted(length: Step | CalendarPeriod): boolean {
  if (typeof length === 'string') return true
  return (length.days ?? Infinity) <= 366 || (length.weeks ?? Infinity) <= 52
}

import { addDays, daysBetween } from '../../time/local-date.ts'
import type { Step } from '../../time/step.ts'
import { localDate } from '../../time/zone.ts'
import type { Condition } from '../condition.ts'
import { ofFacts } from '../fields/columns.ts'
import type { Period } from '../predicate.ts'
import type { Moment } from './moment.ts'
import { intervalOf } from './periods.ts'
import { column } from './places.ts'

/** Local days, both counted. */
interface Dates {
  readonly first: string
  readonly last: string
}

const birthdayKey = column(ofFacts('birthdayKey'))

/**
 * Birthdays that fall on a day of the period. A step counts days from today, which belongs to it:
 * seven days ahead reach from today to the same weekday of next week, seven back likewise.
 */
export function birthdayCondition(period: Period, moment: Moment): Condition {
  const dates = datesOf(period, moment)
  // Every birthday is observed once in 366 days on end.
  if (daysBetween(dates.first, dates.last) >= 365)
    return { op: 'not', of: birthdayKey({ is: 'missing' }) }
  const ranges = byYear(dates).map(({ first, last }) =>
    birthdayKey({ is: 'between', low: keyOf(first), high: lastKeyOn(last) }),
  )
  return { op: 'any', of: ranges }
}

function datesOf(period: Period, moment: Moment): Dates {
  const today = localDate(moment.now, moment.timeZone)
  if ('next' in period && typeof period.next !== 'string') {
    return { first: today, last: addDays(today, daysIn(period.next)) }
  }
  if ('last' in period && typeof period.last !== 'string') {
    return { first: addDays(today, -daysIn(period.last)), last: today }
  }
  if ('on' in period) return { first: period.on, last: period.on }
  if ('between' in period) return { first: period.between[0], last: period.between[1] }
  const { after, upTo } = intervalOf(period, moment)
  return {
    first: localDate((after ?? moment.now) + 1, moment.timeZone),
    last: localDate(upTo ?? moment.now, moment.timeZone),
  }
}

function daysIn(step: Step): number {
  return step.days ?? (step.weeks ?? 0) * 7
}

/** The dates cut at the turn of each year, for keys begin anew there. */
function byYear({ first, last }: Dates): Dates[] {
  if (first > last) return []
  const year = first.slice(0, 4)
  if (year === last.slice(0, 4)) return [{ first, last }]
  const end = `${year}-12-31`
  return [{ first, last: end }, ...byYear({ first: addDays(end, 1), last })]
}

function keyOf(date: string): number {
  return Number(date.slice(5, 7)) * 100 + Number(date.slice(8))
}

/** The last birthday observed on a date: on 28 February of a year without a 29th, that of the 29th. */
function lastKeyOn(date: string): number {
  const key = keyOf(date)
  return key === 228 && addDays(date, 1).endsWith('-03-01') ? 229 : key
}

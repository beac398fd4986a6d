import { addDays, daysBetween } from '../../time/local-date.ts'
import type { Step } from '../../time/step.ts'
import { localDate, startOfLocalDay } from '../../time/zone.ts'
import { dayKey } from '../../value/facts.ts'
import type { Condition } from '../condition.ts'
import { ofFacts } from '../fields/columns.ts'
import type { Period } from '../predicate.ts'
import { latestBirth } from './ages.ts'
import type { Moment } from './moment.ts'
import { intervalOf } from './periods.ts'
import { column, type Place } from './places.ts'

/** Local days, both counted. */
interface Dates {
  readonly first: string
  readonly last: string
}

const birthdayKey = column(ofFacts('birthdayKey'))
const firstPurchaseKey = column(ofFacts('firstPurchaseKey'))
const firstPurchaseAt = column(ofFacts('firstPurchaseAt'))

/**
 * Birthdays that fall on a day of the period. A step counts days from today, which belongs to it:
 * seven days ahead reach from today to the same weekday of next week, seven back likewise.
 */
export function birthdayCondition(period: Period, moment: Moment): Condition {
  const dates = datesOf(period, moment)
  return isWholeYear(dates)
    ? { op: 'not', of: birthdayKey({ is: 'missing' }) }
    : observedOn(dates, birthdayKey)
}

/** Anniversaries of the first purchase, likewise; its own day is none. */
export function anniversaryCondition(period: Period, moment: Moment): Condition {
  const dates = datesOf(period, moment)
  const boughtBefore = (date: string): Condition =>
    firstPurchaseAt({ is: '<', value: startOfLocalDay(date, moment.timeZone) })
  // Whoever bought a year before the last day had an anniversary on it, or on one before it.
  if (isWholeYear(dates)) return boughtBefore(addDays(latestBirth(1, dates.last), 1))
  return { op: 'all', of: [boughtBefore(dates.first), observedOn(dates, firstPurchaseKey)] }
}

/** Every day of the year is observed once in 366 days on end. */
function isWholeYear({ first, last }: Dates): boolean {
  return daysBetween(first, last) >= 365
}

/** The day of the year is observed on one of these dates, which are no whole year. */
function observedOn(dates: Dates, key: Place): Condition {
  const ranges = byYear(dates).map(({ first, last }) =>
    key({ is: 'between', low: dayKey(first), high: lastKeyOn(last) }),
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

/** The last birthday observed on a date: on 28 February of a year without a 29th, that of the 29th. */
function lastKeyOn(date: string): number {
  const key = dayKey(date)
  return key === 228 && addDays(date, 1).endsWith('-03-01') ? 229 : key
}

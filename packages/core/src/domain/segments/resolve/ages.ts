import { addDays, isLocalDate } from '../../time/local-date.ts'
import { localDate } from '../../time/zone.ts'
import type { Condition, ValueTest } from '../condition.ts'
import { ofCustomer } from '../fields/columns.ts'
import type { Moment } from './moment.ts'
import { column } from './places.ts'

const birthDate = column(ofCustomer('birthDate'))

/** Ages low ≤ a ≤ high as dates of birth; null leaves a side open. */
export function ageCondition(low: number | null, high: number | null, moment: Moment): Condition {
  const today = localDate(moment.now, moment.timeZone)
  const tests: ValueTest[] = []
  if (low !== null) tests.push({ is: '<=', value: latestBirth(low, today) })
  if (high !== null) tests.push({ is: '>', value: latestBirth(high + 1, today) })
  return { op: 'all', of: tests.map(birthDate) }
}

/** Whole years of age in a list, neighbours as one range. */
export function ageListCondition(ages: readonly number[], moment: Moment): Condition {
  const ranges: { low: number; high: number }[] = []
  for (const age of [...new Set(ages)].sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last !== undefined && last.high === age - 1) last.high = age
    else ranges.push({ low: age, high: age })
  }
  return { op: 'any', of: ranges.map(({ low, high }) => ageCondition(low, high, moment)) }
}

/** The latest date of birth of those who are at least so many years old on a date. */
export function latestBirth(age: number, on: string): string {
  const year = String(Number(on.slice(0, 4)) - age).padStart(4, '0')
  const sameDay = year + on.slice(4)
  // On 28 February those born on the 29th have turned too, unless this year has a 29th.
  if (on.endsWith('-02-28') && isLocalDate(`${year}-02-29`) && addDays(on, 1).endsWith('-03-01')) {
    return `${year}-02-29`
  }
  return isLocalDate(sameDay) ? sameDay : `${year}-02-28`
}

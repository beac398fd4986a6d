import { isLocalDate } from '../../time/local-date.ts'
import { isStep, type Step } from '../../time/step.ts'
import type { Ago, CalendarPeriod, Period } from '../predicate.ts'
import { invalid, within } from './invalid.ts'
import { isPlainObject, type Plain, type PlainObject } from './plain.ts'
import { objectAt, onlyKeys, pairAt, wordAt } from './shape.ts'
import { dateAt } from './values.ts'

/** The keys of which a period has one. */
export const periodKeys: readonly string[] = [
  'last',
  'next',
  'this',
  'on',
  'before',
  'after',
  'since',
  'until',
  'between',
]

const calendarPeriods: readonly CalendarPeriod[] = ['day', 'week', 'month', 'quarter', 'year']

/** Words for the three days that have names. */
const namedDays: Readonly<Record<string, Period>> = {
  today: { this: 'day' },
  yesterday: { last: 'day' },
  tomorrow: { next: 'day' },
}

export function stepAt(value: Plain | undefined, path: string): Step {
  const step: unknown = isPlainObject(value) ? { ...value } : value
  if (isStep(step)) return Object.freeze(step)
  throw invalid(
    path,
    'expected one unit with a positive whole number, such as {"days": 7}; units are minutes, hours, days, weeks, months, quarters, years, up to 1,000 years.',
  )
}

/** `{ ago: step }`, or undefined for another value. */
export function agoAt(value: Plain | undefined, path: string): Ago | undefined {
  if (!isPlainObject(value) || !('ago' in value)) return undefined
  onlyKeys(value, ['ago'], path)
  return { ago: stepAt(value.ago, within(path, 'ago')) }
}

export function periodAt(value: Plain | undefined, path: string): Period {
  if (typeof value === 'string' && Object.hasOwn(namedDays, value)) {
    const day = namedDays[value]
    if (day !== undefined) return day
  }
  const object = objectAt(
    value,
    path,
    'a period, such as {"last": {"days": 7}}, {"this": "month"} or "today"',
  )
  onlyKeys(object, periodKeys, path)
  const period = periodIn(object, path)
  if (period !== undefined) return period
  throw invalid(path, `expected one of ${periodKeys.join(', ')}.`)
}

/** The period among the keys of an object, or undefined where there is none. */
export function periodIn(object: PlainObject, path: string): Period | undefined {
  const given = periodKeys.filter((key) => key in object)
  const [key, second] = given
  if (second !== undefined)
    throw invalid(within(path, second), `only one of ${given.join(', ')} can be given.`)
  if (key === undefined) return undefined
  const inside = within(path, key)
  const value = object[key]
  switch (key) {
    case 'last':
      return { last: stepOrCalendarAt(value, inside) }
    case 'next':
      return { next: stepOrCalendarAt(value, inside) }
    case 'this':
      return { this: wordAt(value, calendarPeriods, inside) }
    case 'on':
      return { on: dateAt(value, inside) }
    case 'before':
      return { before: dateAt(value, inside) }
    case 'after':
      return { after: dateAt(value, inside) }
    case 'since':
      return { since: dateAt(value, inside) }
    case 'until':
      return { until: dateAt(value, inside) }
    default:
      return { between: datesAt(value, inside) }
  }
}

/** Two dates, the first not after the last. */
export function datesAt(value: Plain | undefined, path: string): readonly [string, string] {
  const [first, last] = pairAt(value, path, 'two dates')
  const dates = [dateAt(first, within(path, 0)), dateAt(last, within(path, 1))] as const
  if (dates[0] > dates[1])
    throw invalid(path, 'the first date lies after the last, so nothing can be between.')
  return Object.freeze(dates)
}

function stepOrCalendarAt(value: Plain | undefined, path: string): Step | CalendarPeriod {
  return typeof value === 'string' ? wordAt(value, calendarPeriods, path) : stepAt(value, path)
}

const instantShape = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/

/** An instant in ISO 8601 with its offset, normalised to UTC; undefined for anything else. */
export function instantAt(value: Plain | undefined): string | undefined {
  if (typeof value !== 'string' || !instantShape.test(value) || !isLocalDate(value.slice(0, 10)))
    return undefined
  const instant = Date.parse(value)
  return Number.isNaN(instant) ? undefined : new Date(instant).toISOString()
}

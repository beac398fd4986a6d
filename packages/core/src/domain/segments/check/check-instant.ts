import type { Comparison } from '../condition.ts'
import type { Ago, Operator, Period } from '../predicate.ts'
import { invalid } from './invalid.ts'
import type { Plain } from './plain.ts'
import { agoAt, datesAt, instantAt, periodAt } from './times.ts'
import { dateAt } from './values.ts'

/** A test of a time: in a period, so long ago, or against an exact instant. */
export type InstantTest =
  | { readonly is: 'in'; readonly value: Period }
  | { readonly is: Comparison; readonly value: Ago | string }

/**
 * A test of a time. Comparisons with a date become the period that they mean, so that `= DATE` and
 * `on DATE` are one form.
 */
export function checkInstant(is: Operator, value: Plain | undefined, path: string): InstantTest {
  if (is === 'in') return { is, value: periodAt(value, path) }
  if (is === 'between') return { is: 'in', value: { between: datesAt(value, path) } }
  if (!isComparison(is)) throw invalid(path, `a time cannot be tested with ${is}.`)
  const ago = agoAt(value, path)
  if (ago !== undefined) {
    if (is === '<=' || is === '>') return { is, value: ago }
    throw invalid(path, 'so long ago takes <= (as long ago or longer) or > (more recently).')
  }
  if (typeof value !== 'string')
    throw invalid(path, 'expected a time, such as {"ago": {"days": 60}} or "2026-01-31".')
  const instant = instantAt(value)
  if (instant !== undefined) return { is, value: instant }
  if (instantAt(`${value}Z`) !== undefined)
    throw invalid(path, `the offset is missing, as in "${value}Z" or "${value}+07:00".`)
  return { is: 'in', value: dayPeriod(is, dateAt(value, path)) }
}

function dayPeriod(is: Comparison, date: string): Period {
  switch (is) {
    case '=':
      return { on: date }
    case '<':
      return { before: date }
    case '<=':
      return { until: date }
    case '>':
      return { after: date }
    case '>=':
      return { since: date }
  }
}

export function isComparison(is: string): is is Comparison {
  return is === '=' || is === '<' || is === '<=' || is === '>' || is === '>='
}

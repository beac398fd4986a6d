import type { HourFilter } from '../predicate.ts'
import { invalid, within } from './invalid.ts'
import { isPlainObject, type Plain } from './plain.ts'
import { listAt, onlyKeys, pairAt } from './shape.ts'
import { integerAt } from './values.ts'

/** A whole number of a range, a list of such, or two between which it lies. */
export function rangeFilterAt(
  value: Plain,
  path: string,
  [least, greatest]: readonly [number, number],
): HourFilter {
  const one = (each: Plain | undefined, at: string): number => {
    const number = integerAt(each, at)
    if (number >= least && number <= greatest) return number
    throw invalid(at, `expected a whole number from ${least} to ${greatest}.`)
  }
  if (!isPlainObject(value)) return one(value, path)
  onlyKeys(value, ['in', 'between'], path)
  const [is, ...more] = Object.keys(value)
  if (is === undefined || more.length > 0)
    throw invalid(path, 'expected a whole number, or one of in, between.')
  const inside = within(path, is)
  if (is === 'in') {
    const listed = listAt(value.in, inside, 'a list of whole numbers')
    return { in: listed.map((each, i) => one(each, within(inside, i))) }
  }
  const [first, last] = pairAt(value.between, inside, 'two whole numbers, the lower first')
  const between = [one(first, within(inside, 0)), one(last, within(inside, 1))] as const
  if (between[0] <= between[1]) return { between }
  throw invalid(
    inside,
    'the lower bound lies above the upper one, so nothing can be between; for hours across midnight write any of two.',
  )
}

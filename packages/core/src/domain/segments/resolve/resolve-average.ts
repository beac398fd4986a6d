import type { Comparison, Condition } from '../condition.ts'
import type { Reads } from '../fields/field.ts'
import type { Ago, FieldPredicate, Scalar } from '../predicate.ts'
import { numberOf, unchecked } from './checked.ts'
import { column } from './places.ts'

/** A test of total ÷ count, which engines compare without rounding. */
export function resolveAverage(
  predicate: FieldPredicate,
  { total, count }: Extract<Reads, { from: 'average' }>,
): Condition {
  const compare = (is: Comparison, value: Scalar | Ago): Condition => ({
    op: 'average',
    total,
    count,
    is,
    value: numberOf(value),
  })
  switch (predicate.is) {
    case 'missing':
      return column(count)({ is: '=', value: 0 })
    case 'between': {
      const [low, high] = predicate.value
      return { op: 'all', of: [compare('>=', low), compare('<=', high)] }
    }
    case '=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compare(predicate.is, predicate.value)
    default:
      throw unchecked('a comparison of an average')
  }
}

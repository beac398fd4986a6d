import type { Condition } from '../condition.ts'
import { expectedPurchasesColumns } from '../fields/score-columns.ts'
import type { ExpectedPurchasesPredicate } from '../predicate.ts'
import { score } from './places.ts'

/** A test of what a model expects, in the thousandths that are stored. */
export function resolveExpectedPurchases(predicate: ExpectedPurchasesPredicate): Condition {
  const place = score(expectedPurchasesColumns[predicate.expectedPurchases.days])
  switch (predicate.is) {
    case 'missing':
      return place({ is: 'missing' })
    case 'between': {
      const [low, high] = predicate.value
      return place({ is: 'between', low: thousandths(low), high: thousandths(high) })
    }
    default:
      return place({ is: predicate.is, value: thousandths(predicate.value) })
  }
}

/** There are three decimals at most, so rounding only undoes the binary point. */
function thousandths(purchases: number): number {
  return Math.round(purchases * 1_000)
}

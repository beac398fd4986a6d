import type { Horizon } from '../../scores/rows.ts'
import type { Comparison } from '../condition.ts'
import type { ExpectedPurchasesPredicate } from '../predicate.ts'
import type { NumberTests } from './tests.ts'

export interface ExpectedPurchasesTests extends NumberTests<number, ExpectedPurchasesPredicate> {
  isMissing(): ExpectedPurchasesPredicate
}

/**
 * Purchases that a model expects within 30, 90, 180 or 365 days; numbers with three decimals at most.
 *
 * @example
 * ```ts
 * const busy: Predicate = expectedPurchases(90).atLeast(2)
 * ```
 */
export function expectedPurchases(days: Horizon): ExpectedPurchasesTests {
  const compare =
    (is: Comparison) =>
    (value: number): ExpectedPurchasesPredicate => ({ expectedPurchases: { days }, is, value })
  return {
    is: compare('='),
    atLeast: compare('>='),
    atMost: compare('<='),
    moreThan: compare('>'),
    lessThan: compare('<'),
    between: (low, high) => ({ expectedPurchases: { days }, is: 'between', value: [low, high] }),
    isMissing: () => ({ expectedPurchases: { days }, is: 'missing' }),
  }
}

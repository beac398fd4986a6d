import { fold } from '../../../text/fold.ts'
import type { EventFilter } from '../../condition.ts'
import { compileValueTest } from '../../evaluate/value-test.ts'
import type { EventsPredicate, LeafPredicate } from '../../predicate.ts'
import type { Moment } from '../../resolve/moment.ts'
import { resolveEvents } from '../../resolve/resolve-events.ts'
import type { ChangeableView } from '../changeable-view.ts'

/** Names of products that stand for anything else, by their number from 0. */
export type OtherProducts = (number: number) => string

/** Names that no leaf asks about and that the customer has not bought. */
export function otherProducts(
  leaves: readonly LeafPredicate[],
  { purchases = [] }: ChangeableView,
  moment: Moment,
): OtherProducts {
  const asked = leaves.filter(isOfPurchases).flatMap((leaf) => {
    const condition = resolveEvents(leaf, moment)
    return condition.list === 'purchases' ? condition.filters.filter(isOfProduct) : []
  })
  const tests = asked.map(({ test }) => compileValueTest(test))
  const bought = new Set(purchases.map(({ productFold }) => productFold))
  const isOther = (name: string): boolean =>
    !bought.has(fold(name)) && !tests.some((passes) => passes(name) || passes(fold(name)))
  const names: string[] = []
  return (number) => {
    for (let i = 1; names.length <= number; i++) {
      const name = `#${names.length + 1}.${i}`
      // A test that every name passes leaves no other.
      if (isOther(name) || i > mostTried) {
        names.push(name)
        i = 0
      }
    }
    return names[number] ?? ''
  }
}

const mostTried = 100

function isOfPurchases(leaf: LeafPredicate): leaf is EventsPredicate {
  return 'purchases' in leaf
}

function isOfProduct({ column }: EventFilter<'purchases'>): boolean {
  return column === 'product' || column === 'productFold'
}

import { horizons } from '../../scores/rows.ts'
import type { ExpectedPurchasesPredicate } from '../predicate.ts'
import { isComparison } from './check-instant.ts'
import { invalid, within } from './invalid.ts'
import type { Plain, PlainObject } from './plain.ts'
import { objectAt, onlyKeys, pairAt, wordAt } from './shape.ts'
import { decimalAt } from './values.ts'

/** More purchases than anybody makes, and thousandths of them are whole numbers. */
const most = 1_000_000_000

/** `{"expectedPurchases": {"days": 90}, "is": ">=", "value": 2}` */
export function checkExpectedPurchases(
  node: PlainObject,
  path: string,
): ExpectedPurchasesPredicate {
  const expectedPurchases = {
    days: daysAt(node.expectedPurchases, within(path, 'expectedPurchases')),
  }
  const is = wordAt(node.is, ['=', '<', '<=', '>', '>=', 'between', 'missing'], within(path, 'is'))
  const known = ['expectedPurchases', 'is']
  onlyKeys(node, is === 'missing' ? known : [...known, 'value'], path)
  if (is === 'missing') return { expectedPurchases, is }
  const inside = within(path, 'value')
  if (isComparison(is)) return { expectedPurchases, is, value: purchasesAt(node.value, inside) }
  const [first, second] = pairAt(node.value, inside, 'two numbers, the lower first')
  const low = purchasesAt(first, within(inside, 0))
  const high = purchasesAt(second, within(inside, 1))
  if (low <= high) return { expectedPurchases, is, value: [low, high] }
  throw invalid(inside, 'the lower bound lies above the upper one, so nothing can be between.')
}

function daysAt(
  value: Plain | undefined,
  path: string,
): ExpectedPurchasesPredicate['expectedPurchases']['days'] {
  const object = objectAt(value, path, 'an object such as {"days": 90}')
  onlyKeys(object, ['days'], path)
  const days = horizons.find((each) => each === object.days)
  if (days !== undefined) return days
  throw invalid(within(path, 'days'), `expected one of ${horizons.join(', ')}.`)
}

function purchasesAt(value: Plain | undefined, path: string): number {
  return decimalAt(value, path, { decimals: 3, most })
}

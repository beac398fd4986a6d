import type { LeafPredicate } from '../../predicate.ts'
import type { BuyAction, Goods, Order } from '../action.ts'
import {
  compareMagnitudes,
  type Dimension,
  type Family,
  type Found,
  leastOf,
  type Search,
} from '../search/family.ts'
import { methodsIn } from './methods.ts'
import { satisfying } from './satisfying.ts'

const anything: Goods = { product: null, category: null, colour: null, size: null }

/** One call records no more than this many orders. */
const mostOrders = 1_000
const mostLines = 50
const mostPieces = 1_000_000

/** What is known of a customer's orders and of what is asked about them. */
export interface Buying {
  readonly leaves: readonly LeafPredicate[]
  readonly orderTimes: readonly number[]
  /** Whether what is asked may turn back and forth with the number of orders. */
  readonly isUneven: boolean
}

/**
 * Orders that flip the answer: for each kind of goods that is asked about, and for anything else, the
 * least. One that asks for more than another and does no more is left out.
 */
export function buys(buying: Buying, search: Search): readonly Found<BuyAction>[] {
  const methods = methodsIn(buying.leaves)
  const found: Found<BuyAction>[] = []
  for (const goods of goodsIn(buying.leaves)) {
    const least = (paid: 'yes' | 'no', method: string) =>
      leastOf(family(goods, buying, { paid, method }), search)
    const owed = least('no', 'cash')
    const paid = least('yes', 'cash')
    const either = owed !== undefined && paid !== undefined && isAsMuch(owed, paid)
    const ways: readonly (Found<BuyAction> | undefined)[] = either
      ? [{ ...owed, action: { ...owed.action, paid: 'either' } }]
      : [owed, paid]
    const asked = paid === undefined ? methods.map((method) => least('yes', method)) : []
    for (const flip of [...ways, ...asked]) {
      if (flip !== undefined && !found.some((other) => doesAsMuch(other, flip))) found.push(flip)
    }
  }
  return found
}

function isAsMuch(a: Found<BuyAction>, b: Found<BuyAction>): boolean {
  return compareMagnitudes(a.magnitudes, b.magnitudes) === 0
}

function doesAsMuch(other: Found<BuyAction>, flip: Found<BuyAction>): boolean {
  const { paid } = other.action
  return (
    (paid === 'either' || paid === flip.action.paid) &&
    compareMagnitudes(other.magnitudes, flip.magnitudes) <= 0
  )
}

/**
 * The kinds of goods asked about: anything else first, each alone, and all of them in one order,
 * without and with anything else.
 */
function goodsIn(leaves: readonly LeafPredicate[]): readonly (readonly Goods[])[] {
  const asked = new Map<string, Goods>()
  for (const leaf of leaves) {
    if (!('purchases' in leaf)) continue
    const { product, category, colour, size } = leaf.purchases
    const goods = {
      product: satisfying(product, 200),
      category: satisfying(category, 200),
      colour: satisfying(colour, 100),
      size: satisfying(size, 100),
    }
    if (isKnown(goods)) asked.set(JSON.stringify(goods), goods)
  }
  asked.delete(JSON.stringify(anything))
  const each = [...asked.values()]
  if (each.length === 0) return [[anything]]
  const alone = each.map((goods) => [goods])
  return [[anything], ...alone, ...(each.length > 1 ? [each] : []), [...each, anything]]
}

function isKnown(goods: { readonly [F in keyof Goods]: Goods[F] | undefined }): goods is Goods {
  return Object.values(goods).every((value) => value !== undefined)
}

/** So many orders, lines of each kind of goods without a product in each, pieces in all, money in all. */
function family(
  goods: readonly Goods[],
  { orderTimes, isUneven }: Buying,
  { paid, method }: { readonly paid: 'yes' | 'no'; readonly method: string },
): Family<BuyAction> {
  const linesIn = (lines: number): readonly Goods[] =>
    goods.flatMap((each) =>
      each.product === null ? Array.from({ length: lines }, () => each) : [each],
    )
  // With so many more orders than before, the rhythm is that of the new ones.
  const tried = isUneven ? Math.min(Math.max(orderTimes.length + 6, 30), 100) : 0
  const orders: Dimension = {
    least: () => 1,
    most: isUneven ? tried : mostOrders,
    isEven: true,
    tries: Array.from({ length: tried }, (_, i) => i + 1),
  }
  const lines: Dimension = { least: () => 1, most: mostLines, isEven: true }
  const pieces: Dimension = {
    least: ([count = 1, each = 1]) => count * linesIn(each).length,
    most: mostPieces,
    isEven: true,
  }
  const amount: Dimension = {
    least: ([count = 1]) => count,
    most: Number.MAX_SAFE_INTEGER,
    isEven: true,
  }
  return {
    dimensions: [orders, lines, pieces, amount],
    act: ([count = 1, each = 1, quantity = 1, money = 1]) => ({
      kind: 'buy',
      orders: ordersOf(linesIn(each), { count, quantity, money }),
      paid,
      method,
    }),
  }
}

/** Orders of one piece a line and the least money, and what is more of both in the first line of all. */
function ordersOf(
  goods: readonly Goods[],
  {
    count,
    quantity,
    money,
  }: { readonly count: number; readonly quantity: number; readonly money: number },
): readonly Order[] {
  const morePieces = quantity - count * goods.length
  const moreMoney = money - count
  return Array.from({ length: count }, (_, order) =>
    goods.map((each, line) => {
      const isFirst = order === 0 && line === 0
      return {
        ...each,
        quantity: 1 + (isFirst ? morePieces : 0),
        amount: (line === 0 ? 1 : 0) + (isFirst ? moreMoney : 0),
      }
    }),
  )
}

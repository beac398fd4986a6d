import type {
  Action,
  BuyAction,
  Goods,
  Order,
  SetAction,
  SettleAction,
} from '../../../../src/domain/segments/changes/action.ts'
import type { TransactionRow } from '../../../../src/domain/transactions/rows.ts'

/** How far actions are tried that are not bounded by one that was named. */
const most = { orders: 3, lines: 2, morePieces: 4, moreMoney: 30 } as const

/** Every action of the kind that asks for less, by the weightiest magnitude first. */
export function smallerActions(
  action: Action,
  invoices: readonly TransactionRow[],
): readonly Action[] {
  switch (action.kind) {
    case 'interact':
      return upTo(action.count - 1).map((count) => ({ ...action, count }))
    case 'return':
      return upTo(action.amount - 1).map((amount) => ({ ...action, amount }))
    case 'pay':
    case 'refund':
      return smallerSettlements(action, invoices)
    case 'buy':
      return buysOf(action).filter((each) => isLess(sizesOf(each), sizesOf(action)))
    case 'set':
      return takingFewer(action)
    default:
      return []
  }
}

/** Every choice of fewer of the values that are taken away. */
function takingFewer({ value, taken = [], ...action }: SetAction): readonly Action[] {
  const left = Array.isArray(value) ? value.map(String) : []
  return upTo(2 ** taken.length - 2).map((choice) => {
    const goes = (i: number): boolean => Math.floor(choice / 2 ** i) % 2 === 1
    const stay = taken.filter((_, i) => !goes(i))
    return { ...action, value: [...left, ...stay], taken: taken.filter((_, i) => goes(i)) }
  })
}

/** Orders, lines of each, pieces, money: the first that differs tells. */
function sizesOf({ orders }: BuyAction): readonly number[] {
  const lines = orders.flat()
  const sum = (of: 'quantity' | 'amount'): number =>
    lines.reduce((total, line) => total + line[of], 0)
  return [orders.length, orders[0]?.length ?? 0, sum('quantity'), sum('amount')]
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const i = a.findIndex((size, at) => size !== b[at])
  return i >= 0 && (a[i] ?? 0) < (b[i] ?? 0)
}

/** Payments of single transactions that come to less; where several are paid, all of single ones, and fewer units. */
function smallerSettlements(
  action: SettleAction,
  invoices: readonly TransactionRow[],
): readonly Action[] {
  const { kind, parts } = action
  const wanted = kind === 'pay' ? 'sale' : 'creditNote'
  const open = invoices.filter((row) => row.kind === wanted && row.settled < row.total)
  const most = parts.length === 1 ? (parts[0]?.amount ?? 1) - 1 : Infinity
  const single = open.flatMap(({ orderId, total, settled, currency }) =>
    upTo(Math.min(most, total - settled)).map((amount) => ({
      ...action,
      parts: [{ orderId, amount, currency }],
    })),
  )
  const last = parts.at(-1)
  if (parts.length === 1 || last === undefined) return single
  const fewer = upTo(last.amount - 1).map((amount) => ({
    ...action,
    parts: [...parts.slice(0, -1), { ...last, amount }],
  }))
  return [...single, { ...action, parts: parts.slice(0, -1) }, ...fewer]
}

/** Orders of the same goods and payment, from the least on. */
export function buysOf({ orders, paid, method }: BuyAction): readonly BuyAction[] {
  const goods = [...new Map((orders[0] ?? []).map((line) => [keyOf(line), goodsIn(line)])).values()]
  return upTo(most.orders).flatMap((count) =>
    upTo(goods.some(({ product }) => product === null) ? most.lines : 1).flatMap((lines) => {
      const each = goods.flatMap((one) =>
        one.product === null ? Array.from({ length: lines }, () => one) : [one],
      )
      return [0, ...upTo(most.morePieces)].flatMap((pieces) =>
        [0, ...upTo(most.moreMoney)].map(
          (money): BuyAction => ({
            kind: 'buy',
            orders: ordersOf(each, count, pieces, money),
            paid,
            method,
          }),
        ),
      )
    }),
  )
}

/** Each order has a piece in each line and comes to one unit; what is more is in the first line of all. */
function ordersOf(
  goods: readonly Goods[],
  count: number,
  morePieces: number,
  moreMoney: number,
): readonly Order[] {
  return Array.from({ length: count }, (_, i) =>
    goods.map((one, line) => ({
      ...one,
      quantity: 1 + (i === 0 && line === 0 ? morePieces : 0),
      amount: (line === 0 ? 1 : 0) + (i === 0 && line === 0 ? moreMoney : 0),
    })),
  )
}

function goodsIn({ product, category, colour, size }: Goods): Goods {
  return { product, category, colour, size }
}

function keyOf(goods: Goods): string {
  return JSON.stringify(goodsIn(goods))
}

function upTo(last: number): readonly number[] {
  return Array.from({ length: Math.max(last, 0) }, (_, i) => i + 1)
}

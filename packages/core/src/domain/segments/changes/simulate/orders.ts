import type { Draft, Stamp } from '../../../change/draft.ts'
import { localDate } from '../../../time/zone.ts'
import { transactionAmounts } from '../../../transactions/amounts.ts'
import type { NewLine, NewTransaction } from '../../../transactions/new-transaction.ts'
import { recordTransaction } from '../../../transactions/record-transaction.ts'
import { rhythmOf, startingGap } from '../../../value/rhythm.ts'
import type { BoughtGoods, BuyAction, ReturnAction } from '../action.ts'
import type { ChangeMoment } from '../changeable-view.ts'
import type { Setting } from './setting.ts'

/** Records orders, as one call does. */
export function buy(
  into: Draft,
  { orders, paid, method }: BuyAction,
  { view: { facts: before, orderTimes }, moment, otherProduct }: Setting,
  stamp: Stamp,
): void {
  let facts = before
  for (const order of orders) {
    const lines = order.map((line, i) => newLine(line, otherProduct(i)))
    const sale = newTransaction('sale', lines, moment, paid === 'yes', method)
    const recorded = recordTransaction(into, sale, transactionAmounts(sale), facts, stamp)
    into.insert('transactions', recorded.row)
    facts = recorded.facts
  }
  const times = [...orderTimes, ...orders.map(() => moment.now)].sort((a, b) => a - b)
  into.put('facts', { ...facts, ...rhythmOf(times, moment.shopGap ?? startingGap) })
}

/** Records a credit note. */
export function takeBack(
  into: Draft,
  { amount, refunded }: ReturnAction,
  { view: { facts }, moment, otherProduct }: Setting,
  stamp: Stamp,
): void {
  const nothing = { product: null, category: null, colour: null, size: null }
  const line = newLine({ ...nothing, quantity: 1, amount }, otherProduct(0))
  const note = newTransaction('creditNote', [line], moment, refunded, 'cash')
  const recorded = recordTransaction(into, note, transactionAmounts(note), facts, stamp)
  into.insert('transactions', recorded.row)
  into.put('facts', recorded.facts)
}

function newLine(
  { product, category, colour, size, quantity, amount }: BoughtGoods,
  other: string,
): NewLine {
  const goods = { product: product ?? other, category, colour, size, quantity }
  return { ...goods, unitPrice: amount, discount: 0, total: amount }
}

function newTransaction(
  kind: NewTransaction['kind'],
  lines: readonly NewLine[],
  { now, timeZone, currency }: ChangeMoment,
  isSettled: boolean,
  method: string,
): NewTransaction {
  return {
    kind,
    orderId: '',
    at: now,
    localDate: localDate(now, timeZone),
    dueDate: null,
    overdueAt: null,
    currency,
    exchange: null,
    lines,
    charges: [],
    discount: 0,
    settled: isSettled ? 'all' : 0,
    method,
    note: null,
  }
}

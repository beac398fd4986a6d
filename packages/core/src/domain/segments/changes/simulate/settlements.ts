import type { Draft, Stamp } from '../../../change/draft.ts'
import { nextOverdue, overdueEnds } from '../../../transactions/overdue.ts'
import { settle } from '../../../transactions/settle.ts'
import type { SettleAction } from '../action.ts'
import type { ChangeableView } from '../changeable-view.ts'

/** Pays or refunds one transaction after the other, as one call does. */
export function settleParts(
  into: Draft,
  { parts, method }: SettleAction,
  { facts: before, invoices }: ChangeableView,
  stamp: Stamp,
): void {
  let facts = before
  let open = invoices
  for (const { orderId, amount } of parts) {
    const row = open.find((each) => each.orderId === orderId)
    if (row === undefined) continue
    const money = { amount, at: stamp.now, method, reference: null, note: null, exchange: null }
    const settled = settle(into, row, money, facts, stamp)
    open = open.map((each) => (each === row ? settled.row : each))
    const pair = { before: row, after: settled.row }
    facts = overdueEnds(settled.facts, pair)
      ? { ...settled.facts, overdueSince: nextOverdue(open) }
      : settled.facts
    into.put('transactions', settled.row)
  }
  into.put('facts', facts)
}

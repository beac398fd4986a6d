import type { Draft, Stamp } from '../../../change/draft.ts'
import { localDate } from '../../../time/zone.ts'
import { transactionAmounts } from '../../../transactions/amounts.ts'
import type { NewTransaction } from '../../../transactions/new-transaction.ts'
import { endOfDueDate } from '../../../transactions/open-sale.ts'
import { recordTransaction } from '../../../transactions/record-transaction.ts'
import type { TransactionRow } from '../../../transactions/rows.ts'
import { settle } from '../../../transactions/settle.ts'
import type { FactsRow } from '../../../value/rows.ts'
import type { AlgebraContext } from '../context.ts'
import type { Life, LifeCreditNote, LifeSale } from './life.ts'

interface Known {
  readonly context: AlgebraContext
  readonly stamp: Stamp
  readonly facts: FactsRow
}

/** Records what a made-up customer bought, paid and gave back; the transactions as they stand then. */
export function recordTrade(into: Draft, life: Life, known: Known): readonly TransactionRow[] {
  const sales = life.sales.map((sale, i) => recordSale(into, sale, `sale-${i + 1}`, known))
  const notes = life.creditNotes.map((note, i) => recordNote(into, note, `note-${i + 1}`, known))
  return [...sales, ...notes]
}

function recordSale(into: Draft, sale: LifeSale, orderId: string, known: Known): TransactionRow {
  const { at, dueDate, payments } = sale
  const { timeZone } = known.context
  const transaction = {
    ...common(orderId, at, known),
    kind: 'sale' as const,
    dueDate,
    overdueAt: endOfDueDate(dueDate, timeZone),
    lines: sale.lines.map((line) => ({ ...line, unitPrice: line.total, discount: 0 })),
  }
  let { row, facts } = recorded(into, transaction, known)
  for (const { at: paidAt, amount, method } of payments) {
    const money = { amount, at: paidAt, method, reference: null, note: null, exchange: null }
    const settled = settle(into, row, money, facts, known.stamp)
    row = settled.row
    facts = settled.facts
  }
  return row
}

function recordNote(
  into: Draft,
  note: LifeCreditNote,
  orderId: string,
  known: Known,
): TransactionRow {
  const { at, total, refunded } = note
  const line = {
    product: 'witness',
    category: null,
    colour: null,
    size: null,
    quantity: 1,
    discount: 0,
  }
  const transaction = {
    ...common(orderId, at, known),
    kind: 'creditNote' as const,
    lines: [{ ...line, unitPrice: total, total }],
    settled: refunded,
  }
  return recorded(into, transaction, known).row
}

function recorded(
  into: Draft,
  transaction: NewTransaction,
  { facts, stamp }: Known,
): { row: TransactionRow; facts: FactsRow } {
  return recordTransaction(into, transaction, transactionAmounts(transaction), facts, stamp)
}

function common(
  orderId: string,
  at: number,
  { context }: Known,
): Omit<NewTransaction, 'kind' | 'lines'> {
  return {
    orderId,
    at,
    localDate: localDate(at, context.timeZone),
    dueDate: null,
    overdueAt: null,
    currency: context.currency,
    exchange: null,
    charges: [],
    discount: 0,
    settled: 0,
    method: 'cash',
    note: null,
  }
}

import type { Draft, Stamp } from '../change/draft.ts'
import { LanggananError } from '../error/langganan-error.ts'
import { creditNotePostings, postingRows, salePostings } from '../ledger/entries.ts'
import type { EntryRow } from '../ledger/rows.ts'
import { addAmounts } from '../money/amount.ts'
import { overflowAt } from '../money/overflow.ts'
import { fold } from '../text/fold.ts'
import { withActivity, withMoney, withOpenSale, withPurchase } from '../value/facts.ts'
import type { FactsRow } from '../value/rows.ts'
import type { TransactionAmounts } from './amounts.ts'
import type { NewTransaction } from './new-transaction.ts'
import type { TransactionRow } from './rows.ts'
import { settle } from './settle.ts'

/**
 * Records a sale or a credit note of a customer: its rows, its postings, what was paid or given back
 * at once, and the facts after it. `amounts` are what it comes to. The rhythm in the facts is left to the caller, who knows all orders.
 */
export function recordTransaction(
  into: Draft,
  transaction: NewTransaction,
  amounts: TransactionAmounts,
  facts: FactsRow,
  stamp: Stamp,
): { readonly row: TransactionRow; readonly facts: FactsRow } {
  const customerId = facts.customerId
  const settled = transaction.settled === 'all' ? amounts.total.amount : transaction.settled
  if (settled > amounts.total.amount) throw tooMuchSettled(transaction)

  const opened: TransactionRow = {
    id: stamp.newId(),
    orderId: transaction.orderId,
    kind: transaction.kind,
    customerId,
    originId: customerId,
    at: transaction.at,
    recordedAt: stamp.now,
    dueDate: transaction.dueDate,
    currency: transaction.currency,
    rate: transaction.exchange?.rate ?? null,
    linesTotal: amounts.linesTotal,
    charges: amounts.charges.amount,
    discount: transaction.discount,
    total: amounts.total.amount,
    bookTotal: amounts.total.bookAmount,
    settled: 0,
    bookSettled: 0,
    openBook: amounts.total.bookAmount,
    overdueAt: amounts.total.bookAmount === 0 ? null : transaction.overdueAt,
    stands: transaction.kind === 'sale' ? 1 : 0,
    note: transaction.note,
  }
  writeParts(into, transaction, opened, amounts.lineBookTotals)
  const entry = entryOf(opened, stamp)
  into.insert('entries', entry)
  into.insert(
    'postings',
    ...postingRows(
      entry,
      opened.currency,
      opened.kind === 'sale'
        ? salePostings(amounts.total, amounts.charges)
        : creditNotePostings(amounts.total),
    ),
  )
  into.event('transaction.recorded', { transaction: opened.id }, { customerId, at: opened.at })
  into.touch(customerId, 'facts', 'purchases')

  const owing = overflowAt('lines', () => factsOwing(facts, opened, transaction))
  if (settled === 0) return { row: opened, facts: withOpenSale(owing, opened) }
  const { at, method, exchange } = transaction
  const money = { amount: settled, at, method, reference: null, note: null, exchange }
  const after = overflowAt(opened.kind === 'sale' ? 'paid' : 'refunded', () =>
    settle(into, opened, money, owing, stamp),
  )
  return { row: after.row, facts: withOpenSale(after.facts, after.row) }
}

/** The facts once the transaction is there and nothing of it settled yet. */
function factsOwing(facts: FactsRow, row: TransactionRow, transaction: NewTransaction): FactsRow {
  if (row.kind === 'creditNote')
    return withActivity(withMoney(facts, { credit: row.bookTotal }), row.at)
  const purchase = {
    at: row.at,
    localDate: transaction.localDate,
    pieces: piecesOf(transaction),
    bookTotal: row.bookTotal,
    paidInFull: row.total === 0,
  }
  return withPurchase(withMoney(facts, { receivable: row.bookTotal }), purchase)
}

function tooMuchSettled({ kind }: NewTransaction): LanggananError {
  return kind === 'sale'
    ? new LanggananError(
        'PAYMENT_EXCEEDS_BALANCE',
        'More was paid than the order comes to. Record the order with what it costs.',
        {
          field: 'paid',
        },
      )
    : new LanggananError(
        'REFUND_EXCEEDS_PAID',
        'More was given back than the credit note comes to. Give back its total or less.',
        { field: 'refunded' },
      )
}

function writeParts(
  into: Draft,
  { lines, charges }: NewTransaction,
  { id, customerId, originId, at, stands }: TransactionRow,
  lineBookTotals: readonly number[],
): void {
  for (const [position, line] of lines.entries()) {
    into.insert('lines', {
      transactionId: id,
      position,
      customerId,
      originId,
      at,
      stands,
      product: line.product,
      productFold: fold(line.product),
      category: line.category,
      categoryFold: line.category === null ? null : fold(line.category),
      colour: line.colour,
      colourFold: line.colour === null ? null : fold(line.colour),
      size: line.size,
      sizeFold: line.size === null ? null : fold(line.size),
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      discount: line.discount,
      total: line.total,
      bookTotal: lineBookTotals[position] ?? 0,
    })
  }
  for (const [position, charge] of charges.entries()) {
    into.insert('charges', { transactionId: id, position, ...charge })
  }
}

function entryOf(row: TransactionRow, stamp: Stamp): EntryRow {
  const { id: transactionId, kind, customerId, originId, at } = row
  return {
    id: stamp.newId(),
    kind,
    customerId,
    originId,
    transactionId,
    paymentId: null,
    at,
    recordedAt: stamp.now,
  }
}

function piecesOf({ lines }: NewTransaction): number {
  return lines.reduce((pieces, line) => addAmounts(pieces, line.quantity), 0)
}

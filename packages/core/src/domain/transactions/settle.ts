import type { Draft, Stamp } from '../change/draft.ts'
import { LanggananError } from '../error/langganan-error.ts'
import { type Amounts, paymentPostings, postingRows, refundPostings } from '../ledger/entries.ts'
import type { EntryRow } from '../ledger/rows.ts'
import { formatAmount } from '../money/format.ts'
import { fold } from '../text/fold.ts'
import { withActivity, withMoney } from '../value/facts.ts'
import type { FactsRow } from '../value/rows.ts'
import { bookShare, inBook } from './amounts.ts'
import type { Exchange } from './new-transaction.ts'
import type { PaymentRow, TransactionRow } from './rows.ts'

/** Money against one transaction: a payment of a sale, or a refund of a credit note. */
export interface Settlement {
  /** Positive minor units of the transaction's currency. */
  readonly amount: number
  readonly at: number
  readonly method: string
  readonly reference: string | null
  readonly note: string | null
  /** The rate that this money came or went at. */
  readonly exchange: Exchange | null
}

export interface Settled {
  readonly row: TransactionRow
  readonly payment: PaymentRow
  readonly facts: FactsRow
}

/**
 * Settles a part of a transaction, never more than is open. The caller puts the returned row, and
 * the facts' `overdueSince` where this sale was the one, for the caller knows the others.
 */
export function settle(
  into: Draft,
  row: TransactionRow,
  money: Settlement,
  facts: FactsRow,
  stamp: Stamp,
): Settled {
  const { amount, at, method, reference, note } = money
  if (amount > row.total - row.settled) throw exceedsOpen(row)
  const { id: transactionId, customerId, originId, currency } = row
  const settles: Amounts = { amount, bookAmount: bookShare(row, amount) }
  // At the transaction's own rate there is no difference, whatever the rounding of its parts.
  const ownRate = money.exchange === null || money.exchange.rate === row.rate
  const moved: Amounts = ownRate ? settles : { amount, bookAmount: inBook(amount, money.exchange) }

  const kind = row.kind === 'sale' ? 'payment' : 'refund'
  const owner = { customerId, originId }
  const payment: PaymentRow = {
    id: stamp.newId(),
    kind,
    ...owner,
    at,
    recordedAt: stamp.now,
    currency,
    ...moved,
    method,
    methodFold: fold(method),
    reference,
    note,
  }
  const entry: EntryRow = {
    id: stamp.newId(),
    kind,
    ...owner,
    transactionId,
    paymentId: payment.id,
    at,
    recordedAt: stamp.now,
  }
  const postings =
    kind === 'payment' ? paymentPostings(moved, settles) : refundPostings(moved, settles)
  into.insert('payments', payment)
  into.insert('allocations', { paymentId: payment.id, transactionId, ...owner, ...settles })
  into.insert('entries', entry)
  into.insert('postings', ...postingRows(entry, currency, postings))
  into.event(
    `${kind}.recorded`,
    { payment: payment.id, transaction: transactionId },
    { customerId, at },
  )
  into.touch(customerId, 'facts', 'payments')

  const openBook = row.openBook - settles.bookAmount
  const settledRow = {
    ...row,
    settled: row.settled + amount,
    bookSettled: row.bookSettled + settles.bookAmount,
    openBook,
    overdueAt: openBook === 0 ? null : row.overdueAt,
  }
  return {
    row: settledRow,
    payment,
    facts: withActivity(factsAfter(facts, settledRow, moved, settles), at),
  }
}

function factsAfter(
  facts: FactsRow,
  row: TransactionRow,
  moved: Amounts,
  settles: Amounts,
): FactsRow {
  if (row.kind === 'creditNote') {
    return withMoney(facts, { refunded: moved.bookAmount, credit: -settles.bookAmount })
  }
  const paidInFull = row.stands === 1 && row.settled === row.total
  const paid = withMoney(facts, { paid: moved.bookAmount, receivable: -settles.bookAmount })
  return paidInFull ? { ...paid, paidOrders: paid.paidOrders + 1 } : paid
}

function exceedsOpen(row: TransactionRow): LanggananError {
  const open = row.total - row.settled
  const context = { field: 'amount', details: { transaction: row.id, open } }
  const shown = formatAmount(open, row.currency)
  if (row.kind === 'sale') {
    const message =
      open === 0
        ? 'Nothing is owed on this order any more. Check its number.'
        : `Only ${shown} is still owed on this order. Pay that or less.`
    return new LanggananError('PAYMENT_EXCEEDS_BALANCE', message, context)
  }
  const message =
    open === 0
      ? 'Nothing is left to give back on this credit note. Check its number.'
      : `Only ${shown} is left to give back on this credit note. Give back that or less.`
  return new LanggananError('REFUND_EXCEEDS_PAID', message, context)
}

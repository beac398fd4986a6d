import { fingerprint } from '../../domain/change/fingerprint.ts'
import { LanggananError } from '../../domain/error/langganan-error.ts'
import { currencyScale } from '../../domain/money/currency.ts'
import { overflowAt } from '../../domain/money/overflow.ts'
import { compareCodePoints } from '../../domain/text/code-point-order.ts'
import type { Exchange } from '../../domain/transactions/new-transaction.ts'
import type { TransactionRow } from '../../domain/transactions/rows.ts'
import { settle } from '../../domain/transactions/settle.ts'
import { factsRow } from '../customers/load-customers.ts'
import { findHeld } from '../find-held.ts'
import type { PayInput, SettleInput } from '../input/transaction.ts'
import { notFound } from '../not-found.ts'
import { notInFuture } from '../not-in-future.ts'
import { answeredBefore, type Once, remember } from '../once.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { takeFromCredit } from './from-credit.ts'
import { byOrderId } from './load-transactions.ts'
import { exchangeAt } from './normalise.ts'
import { withOverdue } from './overdue.ts'
import { type Payment, paymentOf } from './transaction.ts'

/** Pays a sale or refunds a credit note; the same reference is recorded once. */
export async function settleTransaction(
  unit: UnitOfWork,
  kind: TransactionRow['kind'],
  given: PayInput,
): Promise<Payment> {
  const { stamp } = unit
  const at = given.at?.getTime() ?? stamp.now
  const { amount, fromCredit = false, reference = null, note = null } = given
  const { method = fromCredit ? 'credit' : 'cash' } = given
  notInFuture(at, unit, 'at')
  const row = await findHeld(unit, () => byOrderId(unit, given.orderId))
  if (row.kind !== kind) throw wrongKind(kind)

  const once = onceOf(given)
  const answered = await answeredBefore(unit, once)
  if (answered !== undefined) return showPayment(unit, answered, 'reference')

  const into = unit.draft()
  const money = { amount, at, method, reference, note, exchange: exchangeOf(unit, row, given) }
  const before = await factsRow(unit, row.customerId)
  const facts = fromCredit ? await takeFromCredit(unit, into, row, money, before) : before
  const settled = overflowAt('amount', () => settle(into, row, money, facts, stamp))
  into.put('transactions', settled.row)
  into.put('facts', await withOverdue(unit, settled.facts, { before: row, after: settled.row }))
  remember(into, once, settled.payment.id, unit)
  await unit.write(into)
  return paymentOf(settled.payment)
}

function onceOf({
  orderId,
  amount,
  at,
  method,
  reference,
  note,
  rate,
  fromCredit,
}: PayInput): Once {
  return {
    scope: 'payment',
    key: reference ?? null,
    fingerprint: fingerprint([
      orderId,
      amount,
      at?.getTime() ?? null,
      method ?? 'cash',
      note ?? null,
      rate ?? null,
      // Fingerprints of payments that were recorded before there was such a thing stay what they are.
      ...(fromCredit === true ? ['credit'] : []),
    ]),
  }
}

/** The rate of this payment where it has one of its own; the transaction's otherwise. */
function exchangeOf(
  { shop }: UnitOfWork,
  { currency, rate }: TransactionRow,
  given: SettleInput,
): Exchange | null {
  if (given.rate === undefined) return null
  if (rate !== null) return exchangeAt(shop, currencyScale(currency) ?? 0, given.rate)
  throw new LanggananError(
    'INVALID_INPUT',
    "An amount in the shop's own currency takes no rate. Leave it out.",
    {
      field: 'rate',
    },
  )
}

/** @param field what of the input names the payment */
export async function showPayment({ tx }: UnitOfWork, id: string, field: string): Promise<Payment> {
  const [payment] = await tx.get('payments', [[id]])
  if (payment === undefined) throw notFound('TRANSACTION_NOT_FOUND', 'payment', field)
  return paymentOf(payment)
}

/** What settled a transaction, oldest first. */
export async function showPaymentsOf(
  { tx }: UnitOfWork,
  { id }: TransactionRow,
): Promise<readonly Payment[]> {
  const allocations = await tx.find('allocations', 'byTransaction', [[id]])
  const keys = allocations.map(({ paymentId }) => [paymentId] as const)
  const rows = [...(await tx.get('payments', keys))]
  return rows.sort((a, b) => a.at - b.at || compareCodePoints(a.id, b.id)).map(paymentOf)
}

function wrongKind(expected: TransactionRow['kind']): LanggananError {
  const message =
    expected === 'sale'
      ? 'A credit note is not paid but refunded. Use transactions.refund.'
      : 'Only a credit note is refunded. Record the goods that came back as a credit note first.'
  return new LanggananError('INVALID_INPUT', message, { field: 'orderId' })
}

import type { Draft } from '../../domain/change/draft.ts'
import { LanggananError } from '../../domain/error/langganan-error.ts'
import { formatAmount } from '../../domain/money/format.ts'
import { compareCodePoints } from '../../domain/text/code-point-order.ts'
import type { TransactionRow } from '../../domain/transactions/rows.ts'
import { type Settlement, settle } from '../../domain/transactions/settle.ts'
import type { FactsRow } from '../../domain/value/rows.ts'
import type { UnitOfWork } from '../unit-of-work.ts'

/**
 * Gives back on a customer's credit notes, the oldest first, what is about to be paid of a sale, and answers
 * the facts after it.
 *
 * @throws LanggananError `PAYMENT_EXCEEDS_BALANCE` where the credit does not reach; `INVALID_INPUT` for a sale
 * in another currency than the shop's own
 */
export async function takeFromCredit(
  unit: UnitOfWork,
  into: Draft,
  sale: TransactionRow,
  money: Settlement,
  facts: FactsRow,
): Promise<FactsRow> {
  if (sale.rate !== null) throw otherCurrency()
  const notes = await openCreditNotes(unit, sale)
  const credit = notes.reduce((sum, { total, settled }) => sum + (total - settled), 0)
  if (money.amount > credit) throw creditExceeded(sale, credit)
  let after = facts
  let rest = money.amount
  for (const note of notes) {
    const amount = Math.min(rest, note.total - note.settled)
    if (amount === 0) break
    const given = settle(into, note, { ...money, amount, reference: null }, after, unit.stamp)
    into.put('transactions', given.row)
    after = given.facts
    rest -= amount
  }
  return after
}

/** Credit notes in the book currency with something left to give back, by their time. */
async function openCreditNotes(
  { tx }: UnitOfWork,
  { customerId }: TransactionRow,
): Promise<readonly TransactionRow[]> {
  const rows = await tx.find('transactions', 'byCustomer', [[customerId]])
  return rows
    .filter((row) => row.kind === 'creditNote' && row.rate === null && row.total > row.settled)
    .sort((a, b) => a.at - b.at || compareCodePoints(a.id, b.id))
}

function otherCurrency(): LanggananError {
  return new LanggananError(
    'INVALID_INPUT',
    "Credit pays for orders in the shop's own currency only. Refund the credit note and record the payment.",
    { field: 'fromCredit' },
  )
}

function creditExceeded({ id, currency }: TransactionRow, credit: number): LanggananError {
  const message =
    credit === 0
      ? 'The customer has no credit. Record the payment without fromCredit.'
      : `The customer has only ${formatAmount(credit, currency)} of credit. Pay that or less from it.`
  return new LanggananError('PAYMENT_EXCEEDS_BALANCE', message, {
    field: 'amount',
    details: { transaction: id, credit },
  })
}

import { LanggananError } from '../../domain/error/langganan-error.ts'
import { type DraftDoubt, readLines } from '../../domain/order-drafts/read-lines.ts'
import type { OrderDraftRow } from '../../domain/order-drafts/rows.ts'
import { findHeld } from '../find-held.ts'
import type { ConfirmDraftInput, SaleInput } from '../input/transaction.ts'
import { type RecordedTransaction, recordBatch } from '../transactions/record.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { draftRow, linesOf } from './order-draft.ts'

/**
 * Records the sale that an order becomes, and that it did, in one transaction. The same again is answered
 * alike.
 *
 * @throws LanggananError `ORDER_DRAFT_DECIDED` where it was cancelled, or became another sale
 */
export async function confirmDraft(
  unit: UnitOfWork,
  id: string,
  given: ConfirmDraftInput,
): Promise<RecordedTransaction | undefined> {
  const draft = await findHeld(unit, () => draftRow(unit, id))
  if (draft.state === 'cancelled') throw decided(draft)
  const sale = await saleOf(unit, draft, given)
  const [used] = await unit.tx.get('onceKeys', [['order', sale.orderId]])
  if (draft.transactionId !== null && draft.transactionId !== used?.answerId) throw decided(draft)
  const [recorded] = (await recordBatch(unit, [sale], () => '')).transactions
  if (draft.state === 'confirmed' || recorded === undefined) return recorded
  const into = unit.draft()
  const { id: transaction } = recorded
  into.put('orderDrafts', {
    ...draft,
    state: 'confirmed',
    openSince: null,
    decidedAt: unit.stamp.now,
    transactionId: transaction,
  })
  into.event('order.confirmed', { draft: id, transaction }, { customerId: draft.customerId })
  await unit.write(into)
  return recorded
}

/**
 * Says that nothing comes of an order. Again it changes nothing.
 *
 * @throws LanggananError `ORDER_DRAFT_DECIDED` where it was confirmed
 */
export async function cancelDraft(unit: UnitOfWork, id: string): Promise<OrderDraftRow> {
  const draft = await findHeld(unit, () => draftRow(unit, id))
  if (draft.state === 'cancelled') return draft
  if (draft.state === 'confirmed') throw decided(draft)
  const cancelled: OrderDraftRow = {
    ...draft,
    state: 'cancelled',
    openSince: null,
    decidedAt: unit.stamp.now,
  }
  const into = unit.draft()
  into.put('orderDrafts', cancelled)
  into.event('order.cancelled', { draft: id }, { customerId: draft.customerId })
  await unit.write(into)
  return cancelled
}

/** The sale, as it was placed where nothing else is said. */
async function saleOf(
  unit: UnitOfWork,
  draft: OrderDraftRow,
  { lines, currency, at, note, ...given }: ConfirmDraftInput,
): Promise<SaleInput> {
  const placed = await linesOf(unit, draft)
  const read = readLines(placed, unit.shop.currency)
  if (lines === undefined) {
    const doubts = read.doubts.filter((doubt) => doubt !== 'otherCurrency')
    if (doubts.length > 0) throw inDoubt('lines', doubts)
  }
  if (currency === undefined && read.currency === null) throw inDoubt('currency', read.doubts)
  return {
    ...given,
    customer: draft.customerId,
    lines:
      lines ??
      placed.map(({ product, quantity }, i) => ({ product, quantity, price: read.prices[i] ?? 0 })),
    currency: currency ?? read.currency ?? undefined,
    at: at ?? new Date(draft.at),
    note: note === undefined ? draft.note : note,
  }
}

function inDoubt(field: 'lines' | 'currency', doubts: readonly DraftDoubt[]): LanggananError {
  const what = field === 'lines' ? 'all lines with their prices' : 'the currency of the prices'
  return new LanggananError(
    'INVALID_INPUT',
    `${field}: the order cannot be confirmed as it was placed (${doubts.join(', ')}). Give ${what}.`,
    { field, details: { doubts } },
  )
}

function decided({ id, state, transactionId: transaction }: OrderDraftRow): LanggananError {
  const fix =
    state === 'cancelled'
      ? 'Record the order with transactions.record after all.'
      : 'What it became is corrected by a credit note.'
  return new LanggananError(
    'ORDER_DRAFT_DECIDED',
    `This order was ${state} before. Nothing was written. ${fix}`,
    { field: 'draft', details: { draft: id, ...(transaction === null ? {} : { transaction }) } },
  )
}

import { type DraftDoubt, readLines } from '../../domain/order-drafts/read-lines.ts'
import type {
  DraftLineRow,
  OrderDraftRow,
  OrderDraftState,
} from '../../domain/order-drafts/rows.ts'
import { dateOf } from '../customers/customer.ts'
import { groupedBy } from '../grouped.ts'
import { notFound } from '../not-found.ts'
import type { ShopConfig, UnitOfWork } from '../unit-of-work.ts'

/** An order that a customer placed in a chat. It counts as nothing until a person confirms it. */
export interface OrderDraft {
  readonly id: string
  readonly customer: string
  readonly state: OrderDraftState
  readonly at: Date
  readonly recordedAt: Date
  readonly channel: string
  readonly businessNumber: string | null
  /** The message that placed it; it may hold a phone number. */
  readonly reference: string | null
  readonly note: string | null
  readonly lines: readonly OrderDraftLine[]
  /** That of all lines; null where they say none, or several. */
  readonly currency: string | null
  /** Minor units of that currency; null where some price is not known, or they come to too much. */
  readonly total: number | null
  /** What has to be settled before it can be confirmed as it is. */
  readonly doubts: readonly DraftDoubt[]
  /** When it was confirmed or cancelled. */
  readonly decidedAt: Date | null
  /** Id of the sale that it became. */
  readonly transaction: string | null
}

export interface OrderDraftLine {
  readonly product: string
  readonly quantity: number
  /** Of one piece, minor units of the draft's currency; null where it is not known. */
  readonly price: number | null
  /** As they were placed. */
  readonly given: { readonly price: string | null; readonly currency: string | null }
}

/** @throws LanggananError `ORDER_DRAFT_NOT_FOUND` */
export async function draftRow({ tx }: UnitOfWork, id: string | undefined): Promise<OrderDraftRow> {
  const [row] = id === undefined ? [] : await tx.get('orderDrafts', [[id]])
  if (row === undefined) throw notFound('ORDER_DRAFT_NOT_FOUND', 'order draft', 'draft')
  return row
}

export async function showDraft(unit: UnitOfWork, row: OrderDraftRow): Promise<OrderDraft> {
  return orderDraftOf(row, await linesOf(unit, row), unit.shop)
}

/** Drafts with their lines, in the order of the rows. */
export async function showDrafts(
  { tx, shop }: UnitOfWork,
  rows: readonly OrderDraftRow[],
): Promise<OrderDraft[]> {
  const found = await tx.find(
    'draftLines',
    'key',
    rows.map(({ id }) => [id]),
  )
  const lines = groupedBy(found, ({ draftId }) => draftId)
  return rows.map((row) => orderDraftOf(row, lines.get(row.id) ?? [], shop))
}

/** The lines of a draft, in their order. */
export async function linesOf(
  { tx }: UnitOfWork,
  { id }: OrderDraftRow,
): Promise<readonly DraftLineRow[]> {
  return tx.find('draftLines', 'key', [[id]])
}

function orderDraftOf(
  row: OrderDraftRow,
  lines: readonly DraftLineRow[],
  shop: ShopConfig,
): OrderDraft {
  const { id, state, channel, businessNumber, reference, note } = row
  const { prices, ...read } = readLines(lines, shop.currency)
  return {
    id,
    customer: row.customerId,
    state,
    at: new Date(row.at),
    recordedAt: new Date(row.recordedAt),
    channel,
    businessNumber,
    reference,
    note,
    lines: lines.map(({ product, quantity, price, currency }, i) => ({
      product,
      quantity,
      price: prices[i] ?? null,
      given: { price, currency },
    })),
    ...read,
    decidedAt: dateOf(row.decidedAt),
    transaction: row.transactionId,
  }
}

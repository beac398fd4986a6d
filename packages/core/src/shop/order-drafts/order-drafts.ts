import type { Page } from '../customers/list.ts'
import { customerRow } from '../customers/load-customers.ts'
import type { Warning } from '../customers/warnings.ts'
import { referenceGiven } from '../input/arguments.ts'
import { checked } from '../input/checked.ts'
import {
  type OpenDraftsInput,
  type OrderDraftInput,
  openDraftsInput,
  orderDraftInput,
} from '../input/order-draft.ts'
import { type ConfirmDraftInput, confirmDraftInput } from '../input/transaction.ts'
import type { Runner } from '../runner.ts'
import { showTransaction, transactionRow } from '../transactions/load-transactions.ts'
import type { Transaction } from '../transactions/transaction.ts'
import { cancelDraft, confirmDraft } from './decide.ts'
import { openDrafts } from './open-drafts.ts'
import { draftRow, type OrderDraft, showDraft, showDrafts } from './order-draft.ts'
import { recordDraft } from './record.ts'

/** Orders that customers placed in a chat. None counts as a purchase until a person confirms it. */
export interface OrderDrafts {
  /**
   * Keeps an order as it was placed, whatever is missing in it. Orders, balance, lifetime value and segments
   * stay as they are. The same `reference` with the same content is recorded once and answered alike.
   * @throws LanggananError `CUSTOMER_NOT_FOUND`; `IDEMPOTENCY_CONFLICT` for the same `reference` with other
   * content; `TIME_IN_FUTURE`
   */
  record(input: OrderDraftInput): Promise<OrderDraft>
  /**
   * Records the sale that it becomes, at the time that it was placed, and the order as confirmed, in one
   * transaction. With `lines` it is recorded as they say; without, as it was placed. The same again is
   * answered alike.
   * @throws LanggananError `ORDER_DRAFT_NOT_FOUND`; `ORDER_DRAFT_DECIDED` where it was cancelled, or became
   * another sale; `INVALID_INPUT` where something is in doubt that was not given, which `details.doubts` names;
   * whatever `transactions.record` throws
   *
   * @example
   * ```ts
   * const { rows } = await shop.drafts.open()
   * for (const { id, doubts } of rows) {
   *   if (doubts.length === 0) await shop.drafts.confirm(id, { orderId: `WA-${id}` })
   * }
   * ```
   */
  confirm(
    draft: string,
    input: ConfirmDraftInput,
  ): Promise<Transaction & { readonly warnings: readonly Warning[] }>
  /**
   * Says that nothing comes of it. Again it changes nothing.
   * @throws LanggananError `ORDER_DRAFT_NOT_FOUND`; `ORDER_DRAFT_DECIDED` where it was confirmed
   */
  cancel(draft: string): Promise<OrderDraft>
  /** @throws LanggananError `ORDER_DRAFT_NOT_FOUND` */
  get(draft: string): Promise<OrderDraft>
  /**
   * Those that nobody has decided about, by when they were placed, the oldest first.
   * @throws LanggananError `CURSOR_INVALID`
   */
  open(options?: OpenDraftsInput): Promise<Page<OrderDraft>>
  /** A customer's, decided or not, oldest first. */
  of(customer: string): Promise<readonly OrderDraft[]>
}

export function orderDraftsOf({ read, write }: Runner): OrderDrafts {
  return {
    async record(input) {
      const given = checked(orderDraftInput, input)
      return write(async (unit) => showDraft(unit, await recordDraft(unit, given)))
    },
    async confirm(draft, input) {
      const id = referenceGiven('draft', draft)
      const given = checked(confirmDraftInput, input)
      return write(async (unit) => {
        const recorded = await confirmDraft(unit, id, given)
        const row = await transactionRow(unit, recorded?.id)
        return { ...(await showTransaction(unit, row)), warnings: recorded?.warnings ?? [] }
      })
    },
    async cancel(draft) {
      const id = referenceGiven('draft', draft)
      return write(async (unit) => showDraft(unit, await cancelDraft(unit, id)))
    },
    async get(draft) {
      const id = referenceGiven('draft', draft)
      return read(async (unit) => showDraft(unit, await draftRow(unit, id)))
    },
    async open(options = {}) {
      const given = checked(openDraftsInput, options)
      return read((unit) => openDrafts(unit, given))
    },
    async of(customer) {
      const given = referenceGiven('customer', customer)
      return read(async (unit) => {
        const { id } = await customerRow(unit, given)
        return showDrafts(unit, await unit.tx.find('orderDrafts', 'byCustomer', [[id]]))
      })
    },
  }
}

import { compareCodePoints } from '../text/code-point-order.ts'
import type { MessageStatus, MessageStatusRow, ToldStatus } from './rows.ts'

/** Every status that is told, frozen, from the least to the greatest. */
export const toldStatuses: readonly ToldStatus[] = /* @__PURE__ */ Object.freeze([
  'sent',
  'failed',
  'delivered',
  'read',
  'played',
])

type InstantColumn = 'sentAt' | 'failedAt' | 'deliveredAt' | 'readAt' | 'playedAt'

const columnOf: Readonly<Record<ToldStatus, InstantColumn>> = {
  sent: 'sentAt',
  failed: 'failedAt',
  delivered: 'deliveredAt',
  read: 'readAt',
  played: 'playedAt',
}

/** What was told of a message besides a status. */
export type ToldBeside = Pick<
  MessageStatusRow,
  | 'errorCode'
  | 'act'
  | 'billable'
  | 'pricingModel'
  | 'pricingType'
  | 'pricingCategory'
  | 'callbackData'
>

/** A message of which nothing was told. */
export function unknownMessage(messageId: string, customerId: string | null): MessageStatusRow {
  return {
    messageId,
    customerId,
    sentAt: null,
    failedAt: null,
    deliveredAt: null,
    readAt: null,
    playedAt: null,
    errorCode: null,
    act: null,
    billable: null,
    pricingModel: null,
    pricingType: null,
    pricingCategory: null,
    callbackData: null,
  }
}

/** How far a message has come: the greatest status that was told. */
export function messageStatus(row: MessageStatusRow): MessageStatus {
  return toldStatuses.findLast((status) => row[columnOf[status]] !== null) ?? 'unknown'
}

/**
 * The message after one more telling. Of instants the earliest stays, of other values that differ the one
 * that sorts last: so it does not matter in which order things are told, nor how often.
 */
export function withStatus(
  row: MessageStatusRow,
  status: ToldStatus,
  at: number,
  beside: ToldBeside,
): MessageStatusRow {
  const column = columnOf[status]
  return {
    ...row,
    [column]: Math.min(row[column] ?? at, at),
    errorCode: greaterNumber(row.errorCode, beside.errorCode),
    act: laterText(row.act, beside.act),
    billable: row.billable === 1 || beside.billable === 1 ? 1 : (row.billable ?? beside.billable),
    pricingModel: laterText(row.pricingModel, beside.pricingModel),
    pricingType: laterText(row.pricingType, beside.pricingType),
    pricingCategory: laterText(row.pricingCategory, beside.pricingCategory),
    callbackData: laterText(row.callbackData, beside.callbackData),
  }
}

function greaterNumber(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b)
}

function laterText<T extends string>(a: T | null, b: T | null): T | null {
  if (a === null || b === null) return a ?? b
  return compareCodePoints(a, b) < 0 ? b : a
}

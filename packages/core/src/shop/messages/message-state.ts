import { messageStatus, unknownMessage } from '../../domain/messages/message-status.ts'
import type { MessageStatus, MessageStatusRow } from '../../domain/messages/rows.ts'
import { dateOf } from '../customers/customer.ts'
import { notFound } from '../not-found.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { recordedMessage } from './recorded-message.ts'

/** How far a message has come, and when. */
export interface MessageState {
  readonly message: string
  /** To whom it went; null while nobody recorded the message itself. */
  readonly customer: string | null
  readonly status: MessageStatus
  readonly sentAt: Date | null
  readonly failedAt: Date | null
  readonly deliveredAt: Date | null
  readonly readAt: Date | null
  readonly playedAt: Date | null
  /** Why it failed, by the platform's code. */
  readonly error: number | null
  readonly pricing: {
    readonly billable: boolean | null
    readonly model: string | null
    readonly type: string | null
    readonly category: string | null
  }
  readonly callbackData: string | null
}

export function messageStateOf(row: MessageStatusRow): MessageState {
  const { messageId, customerId, billable, errorCode, callbackData } = row
  return {
    message: messageId,
    customer: customerId,
    status: messageStatus(row),
    sentAt: dateOf(row.sentAt),
    failedAt: dateOf(row.failedAt),
    deliveredAt: dateOf(row.deliveredAt),
    readAt: dateOf(row.readAt),
    playedAt: dateOf(row.playedAt),
    error: errorCode,
    pricing: {
      billable: billable === null ? null : billable === 1,
      model: row.pricingModel,
      type: row.pricingType,
      category: row.pricingCategory,
    },
    callbackData,
  }
}

/** What was told of a message, or that it is recorded and nothing was. */
export async function stateOfMessage(unit: UnitOfWork, messageId: string): Promise<MessageState> {
  const [row] = await unit.tx.get('messageStatuses', [[messageId]])
  if (row !== undefined) return messageStateOf(row)
  const recorded = await recordedMessage(unit, messageId)
  if (recorded === undefined) throw notFound('MESSAGE_NOT_FOUND', 'message', 'message')
  return messageStateOf(unknownMessage(messageId, recorded.customerId))
}

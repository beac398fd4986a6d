/**
 * How far a message of the shop has come, by the platform's own id of it. There may be a row of a message
 * that nobody recorded yet: its statuses wait.
 *
 * For each status the earliest instant that was told; so any order of telling comes to the same.
 */
export interface MessageStatusRow {
  readonly messageId: string
  /** To whom it went; null while the message itself is not known. */
  readonly customerId: string | null
  readonly sentAt: number | null
  readonly failedAt: number | null
  readonly deliveredAt: number | null
  readonly readAt: number | null
  readonly playedAt: number | null
  /** Why it failed, by the platform's code. */
  readonly errorCode: number | null
  readonly billable: 0 | 1 | null
  readonly pricingModel: string | null
  readonly pricingType: string | null
  readonly pricingCategory: string | null
  /** What was sent along to be told again. */
  readonly callbackData: string | null
}

/** From the least to the greatest: what a message has reached is the greatest that was told. */
export type MessageStatus = 'unknown' | 'sent' | 'failed' | 'delivered' | 'read' | 'played'

/** A status that a platform tells. */
export type ToldStatus = Exclude<MessageStatus, 'unknown'>

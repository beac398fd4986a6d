import type { ConsentChannel, ConsentPurpose } from '../consents/rows.ts'
import type { RefusalAct } from './refusal-act.ts'

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
  /** What the platform asks for with that code; done once the receiver is known. */
  readonly act: RefusalAct | null
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

/** A template may be sent at any time, a free-form message only while the person's window is open. */
export type MessageForm = 'freeForm' | 'template'

/** What a message is sent for, and which consent it needs. */
export type SendPurpose = Exclude<ConsentPurpose, 'sharing'>

/**
 * What is known of a send. `claimed`: it may be on its way. `accepted`: the platform has it. `refused` and
 * `notSent`: it certainly did not leave. `unknown`: it left or not, nobody can tell yet.
 */
export type SendState = 'claimed' | 'accepted' | 'refused' | 'notSent' | 'unknown'

/** Why it is not known whether something left, or why it certainly did not. */
export type SendReason =
  | 'timeout'
  | 'aborted'
  | 'connection'
  | 'answer'
  | 'thrown'
  | 'limit'
  | 'halted'
  | 'late'
  | 'unreachable'
  | 'invalid'

/** One message that the gate let go to one customer, from its claim on; what it said is not kept. */
export interface SendRow {
  /** What the platform's statuses repeat. */
  readonly id: string
  readonly customerId: string
  readonly originId: string
  readonly channel: ConsentChannel
  readonly businessNumber: string
  readonly form: MessageForm
  readonly purpose: SendPurpose
  /** The shop's own key of it, with which at most one message leaves. */
  readonly reference: string | null
  /** The moment of sending: when the gate let it go. */
  readonly claimedAt: number
  readonly state: SendState
  /** What a person said became of it; null where nobody did, or the platform told since. */
  readonly resolution: 'sent' | 'notSent' | null
  /** `claimedAt` for as long as nobody knows what became of it, and nobody said. */
  readonly unresolvedSince: number | null
  readonly endedAt: number | null
  /** The platform's own id of the message. */
  readonly messageId: string | null
  readonly reason: SendReason | null
  /** The platform's code of a refusal, and what it asks for. */
  readonly code: string | null
  readonly act: RefusalAct | null
  /** Milliseconds after `endedAt` from which another try is worth while. */
  readonly retryAfter: number | null
  /** When the platform said last, of any try, that the person gets enough marketing. */
  readonly waitSaidAt: number | null
}

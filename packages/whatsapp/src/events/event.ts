import type { AccountEvent } from './account.ts'
import type { MessageContent, PlatformError } from './content.ts'
import type { Origin } from './origin.ts'
import type { Person } from './person.ts'

/** One thing that a webhook tells. */
export type WhatsAppEvent = ChatEvent | AccountEvent

/** An event of one business number, which a shop can take in. */
export type ChatEvent =
  | MessageEvent
  | EchoEvent
  | HistoryMessageEvent
  | StatusEvent
  | PreferenceEvent
  | ContactEvent
  | NumberChangedEvent
  | UserIdChangedEvent
  | CallEvent
  | CallStatusEvent
  | HistoryDeclinedEvent
  | ErrorEvent

/** The business number that took part. */
export interface BusinessNumber {
  /** What WhatsApp calls the number by, and shops are found by. */
  readonly id: string
  /** The number with its `+`. */
  readonly phone: string | null
}

interface AtNumber extends Origin {
  readonly number: BusinessNumber
}

/** Somebody wrote to the shop. */
export interface MessageEvent extends AtNumber {
  readonly type: 'message'
  /** The `wamid`. It holds the phone number: personal data. */
  readonly id: string
  readonly at: Date
  readonly from: Person
  readonly content: MessageContent
  readonly context: MessageContext | null
  readonly referral: Referral | null
}

/** What a message answers. */
export interface MessageContext {
  /** The message that it answers, and who wrote that. */
  readonly id: string | null
  readonly from: string | null
  readonly isForwarded: boolean
  readonly isFrequentlyForwarded: boolean
  /** The product that it asks about. */
  readonly product: ReferredProduct | null
}

export interface ReferredProduct {
  readonly catalogId: string | null
  readonly product: string | null
}

/** The advertisement or post that somebody came from. */
export interface Referral {
  readonly sourceType: string | null
  readonly sourceId: string | null
  readonly sourceUrl: string | null
  readonly headline: string | null
  readonly body: string | null
  readonly mediaType: string | null
  /** What the platform knows the click by. */
  readonly clickId: string | null
  readonly welcomeMessage: string | null
}

/** The shop wrote to somebody from the WhatsApp Business app or a linked device. */
export interface EchoEvent extends AtNumber {
  readonly type: 'echo'
  readonly id: string
  readonly at: Date
  readonly to: Person
  readonly content: MessageContent
}

/** A message from before the number was connected. */
export interface HistoryMessageEvent extends AtNumber {
  readonly type: 'historyMessage'
  readonly id: string
  readonly at: Date
  readonly direction: 'inbound' | 'outbound'
  readonly person: Person
  readonly content: MessageContent
  /** In lower case: `delivered`, `read`, `pending`, `error`, … */
  readonly status: string | null
}

export type MessageStatus = 'sent' | 'delivered' | 'read' | 'played' | 'failed'

/** How far a message of the shop has come. */
export interface StatusEvent extends AtNumber {
  readonly type: 'status'
  readonly messageId: string
  readonly status: MessageStatus
  readonly at: Date
  readonly recipient: Person
  /** What the sender gave along to be told again. */
  readonly callbackData: string | null
  readonly conversation: Conversation | null
  readonly pricing: Pricing | null
  readonly errors: readonly PlatformError[]
}

export interface Conversation {
  readonly id: string | null
  readonly origin: string | null
  readonly expiresAt: Date | null
}

/** What the platform charges for; nobody else can count it. */
export interface Pricing {
  readonly isBillable: boolean | null
  readonly model: string | null
  /** `regular`, `free_customer_service`, `free_entry_point`, … */
  readonly type: string | null
  /** `marketing`, `utility`, `authentication`, `service`, … */
  readonly category: string | null
}

/** Somebody stopped marketing messages, or wants them again. */
export interface PreferenceEvent extends AtNumber {
  readonly type: 'preference'
  readonly person: Person
  readonly category: 'marketing'
  readonly value: 'stop' | 'resume'
  readonly at: Date
}

/** The address book of the WhatsApp Business app changed. */
export interface ContactEvent extends AtNumber {
  readonly type: 'contact'
  readonly action: 'add' | 'remove'
  readonly person: Person
  readonly fullName: string | null
  readonly firstName: string | null
  readonly at: Date | null
}

/** Somebody has another phone number now. */
export interface NumberChangedEvent extends AtNumber {
  readonly type: 'numberChanged'
  readonly id: string
  readonly at: Date
  /** As the person was known. */
  readonly before: Person
  /** As the person is known now. */
  readonly after: Person
}

/** Somebody has another user id now. */
export interface UserIdChangedEvent extends AtNumber {
  readonly type: 'userIdChanged'
  readonly at: Date
  readonly person: Person
  /** Null where WhatsApp does not say it. */
  readonly previous: string | null
  readonly current: string
}

/** A call began or ended. */
export interface CallEvent extends AtNumber {
  readonly type: 'call'
  readonly id: string
  readonly at: Date
  readonly direction: 'inbound' | 'outbound'
  readonly person: Person
  /** `connect`, `terminate`, or what WhatsApp adds. */
  readonly event: string
}

/** How far a call of the shop has come. */
export interface CallStatusEvent extends AtNumber {
  readonly type: 'callStatus'
  readonly callId: string
  readonly at: Date
  /** In lower case: `ringing`, `accepted`, `rejected`. */
  readonly status: string
  readonly person: Person
}

/** The shop does not share its history. */
export interface HistoryDeclinedEvent extends AtNumber {
  readonly type: 'historyDeclined'
  readonly errors: readonly PlatformError[]
}

/** Something that went wrong at the platform. */
export interface ErrorEvent extends AtNumber {
  readonly type: 'error'
  readonly error: PlatformError
}

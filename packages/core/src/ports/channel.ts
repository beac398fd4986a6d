import type { ConsentChannel } from '../domain/consents/rows.ts'
import type { RefusalAct } from '../domain/messages/refusal-act.ts'
import type { MessageForm, SendPurpose } from '../domain/messages/rows.ts'

/**
 * How a shop writes to people, from one number or address of its own. A channel carries; whether
 * somebody may be written to is decided before, by the shop.
 *
 * @typeParam Message what this channel can carry, made by its own builders
 */
export interface Channel<Message extends Sendable = Sendable> {
  /** What consents call it. */
  readonly name: ConsentChannel
  /** The shop's own number or address, as interactions and windows name it. */
  readonly businessNumber: string
  /**
   * Takes the right to send one message to this person now, by the platform's limits, or says how long
   * there is to wait. It sends nothing and waits for nothing.
   */
  takeTurn(to: Recipient): Turn
  /**
   * Sends one message, once: nothing is tried again. It throws for what is wrong with the call itself,
   * never for what the platform or the network says.
   */
  send(message: Message, options: SendOptions): Promise<SendResult>
}

/** What a shop has to know of a message before it lets it go; the rest is the channel's own. */
export interface Sendable {
  /** A template may be sent at any time, a free-form message only while the person's window is open. */
  readonly form: MessageForm
  /** The consent that it needs. */
  readonly purpose: SendPurpose
}

/** Whom a message goes to. Where both are given the phone is used. */
export type Recipient =
  | {
      /** International, with its `+`. */
      readonly phone: string
      readonly userId?: string | undefined
    }
  | {
      readonly phone?: undefined
      /** The platform's own id of somebody who shows no phone. */
      readonly userId: string
    }

/** The answer to who asks for a turn. */
export type Turn =
  | GrantedTurn
  | {
      readonly granted: false
      readonly retryAfter: number
      /** A limit unless the platform has said that nothing goes from this number. */
      readonly reason?: 'limit' | 'halted' | undefined
    }

/** A turn that was taken: hand it to `send`, which takes one by itself otherwise. */
export interface GrantedTurn {
  readonly granted: true
}

export interface SendOptions {
  readonly to: Recipient
  /**
   * What the platform's later statuses repeat, by which an `unknown` send is found again: an id of the
   * shop's own, nothing personal.
   */
  readonly reference?: string | undefined
  /** The turn taken for this message. */
  readonly turn?: GrantedTurn | undefined
  /** Nothing is sent after this instant, in epoch milliseconds. */
  readonly notAfter?: number | undefined
  readonly signal?: AbortSignalLike | undefined
}

/** The part of an `AbortSignal` that channels use; core names nothing of the platform. */
export interface AbortSignalLike {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}

/** What became of a send. Its `messageId` may hold a phone number; all else may go into a log. */
export type SendResult =
  /** The platform took it and will tell the rest by statuses. */
  | { readonly outcome: 'accepted'; readonly messageId: string }
  | SendRefusal
  /** It may have been taken or not: never send it again before a status or an echo has told. */
  | {
      readonly outcome: 'unknown'
      readonly reason: 'timeout' | 'aborted' | 'connection' | 'answer'
    }
  /** It certainly never reached the platform. */
  | {
      readonly outcome: 'notSent'
      /** `halted`: the platform has said, of another message, that nothing goes from this number. */
      readonly reason: 'limit' | 'halted' | 'late' | 'aborted' | 'unreachable'
      /** Milliseconds until it is worth another try, where that is known. */
      readonly retryAfter?: number | undefined
    }

/** The platform said no: it certainly was not sent. */
export interface SendRefusal {
  readonly outcome: 'refused'
  /** The platform's own code. */
  readonly code: string
  readonly act: RefusalAct
  /** Milliseconds until it is worth another try, where waiting helps. */
  readonly retryAfter?: number | undefined
  /** By which the platform's support finds the call. */
  readonly trace?: string | undefined
}

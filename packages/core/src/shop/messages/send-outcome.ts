import type { GateReason } from '../../domain/messages/gate.ts'
import type { SendReason, SendRow } from '../../domain/messages/rows.ts'
import type { SendEnd } from '../../domain/messages/send.ts'
import type { SendResult } from '../../ports/channel.ts'

/**
 * What became of a call of `send`: what the channel said; `stopped` by the gate, with everything that
 * speaks against it; `unknown` as a message that another call has claimed, and may have sent; or
 * `resolved` by a person, where nobody else could tell.
 *
 * What was claimed has an `id`, which the platform's statuses repeat. Only what was stopped, or got no
 * turn, may have none.
 */
export type SendOutcome = SendCall &
  (
    | (Claimed & (ResultOf<'accepted' | 'refused' | 'unknown'> | UnknownSend | ResolvedSend))
    | (Unclaimed & (ResultOf<'notSent'> | Stopped))
  )

type ResultOf<O extends SendResult['outcome']> = Extract<SendResult, { readonly outcome: O }>

interface SendCall {
  readonly customer: string
}

interface Claimed {
  readonly id: string
}

interface Unclaimed {
  /** Null where nothing was claimed. */
  readonly id: string | null
}

export interface Stopped {
  readonly outcome: 'stopped'
  /** In the order of `GateReason`. */
  readonly reasons: readonly GateReason[]
}

/** `underWay`: another call with this reference has claimed it, and has not said what became of it. */
export interface UnknownSend {
  readonly outcome: 'unknown'
  readonly reason: SendReason | 'underWay'
}

/** Nobody knew whether it left, until a person said so by `messages.resolve`. */
export interface ResolvedSend {
  readonly outcome: 'resolved'
  readonly sent: boolean
}

/** What is answered of a send that is not claimed again. */
export function storedOutcome(send: SendRow): SendOutcome {
  const { id, customerId, messageId, reason, resolution } = send
  const call = { id, customer: customerId }
  if (messageId !== null) return { ...call, outcome: 'accepted', messageId }
  if (resolution !== null) return { ...call, outcome: 'resolved', sent: resolution === 'sent' }
  return { ...call, outcome: 'unknown', reason: reason ?? 'underWay' }
}

/** What the channel said, as it is kept. */
export function endOf(result: SendResult): SendEnd {
  switch (result.outcome) {
    case 'accepted':
      return { state: 'accepted', messageId: result.messageId }
    case 'refused': {
      const { code, act, retryAfter = null } = result
      return { state: 'refused', code, act, retryAfter }
    }
    case 'notSent':
      return { state: 'notSent', reason: result.reason, retryAfter: result.retryAfter ?? null }
    case 'unknown':
      return { state: 'unknown', reason: result.reason }
  }
}

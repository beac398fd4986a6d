import type { GateReason } from '../../domain/messages/gate.ts'
import type { SendReason, SendRow } from '../../domain/messages/rows.ts'
import type { SendEnd } from '../../domain/messages/send.ts'
import type { SendResult } from '../../ports/channel.ts'

/**
 * What became of a call of `send`: what the channel said; `stopped` by the gate, with everything that
 * speaks against it; or `unknown` as a message that another call has claimed, and may have sent.
 */
export type SendOutcome = SendCall & (SendResult | Stopped | UnknownSend)

interface SendCall {
  /** What the platform's statuses repeat; null where nothing was claimed. */
  readonly id: string | null
  readonly customer: string
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

/** What is answered of a send that is not claimed again. */
export function storedOutcome({ id, customerId, messageId, reason }: SendRow): SendOutcome {
  const call = { id, customer: customerId }
  if (messageId !== null) return { ...call, outcome: 'accepted', messageId }
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

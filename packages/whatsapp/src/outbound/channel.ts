import type {
  Channel,
  GrantedTurn,
  Recipient,
  SendOptions,
  SendResult,
  Turn,
} from '@langganan/core'
import { type Caller, callGraph, type GraphAnswer } from './call-graph.ts'
import { limiter } from './limits/limiter.ts'
import type { WhatsAppMessage } from './messages/message.ts'
import { checkOptions, type WhatsAppChannelOptions } from './options.ts'
import { messageBody, readMarkBody } from './request-body.ts'
import {
  failureOf,
  type NotSent,
  sendResultOf,
  type UploadResult,
  uploadResultOf,
} from './send-result.ts'
import { tellHalt } from './tell-halt.ts'
import { systemTimers } from './timers.ts'

/** Sends from one business number through the Cloud API. */
export interface WhatsAppChannel extends Channel<WhatsAppMessage> {
  readonly name: 'whatsapp'
  /**
   * Shows the person that a message was read, and on request that an answer is being written. It is no
   * message: it needs no turn and no window. `accepted` has the id of the message that was read.
   */
  markRead(messageId: string, options?: MarkReadOptions): Promise<SendResult>
  /** Uploads a file that messages can then name by its id, for 30 days. */
  uploadMedia(file: Blob, options?: { readonly filename?: string }): Promise<UploadResult>
}

export interface MarkReadOptions {
  /** Shows that an answer is being written, for 25 seconds or until it comes. */
  readonly typing?: boolean | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * The Cloud API as a channel of a shop.
 *
 * It keeps to the platform's limits as far as this process sends from the number, tries nothing again by
 * itself, and gives back an outcome whatever the platform or the network does. Once the platform says that
 * nothing goes from the number (`stop`), it makes no request for messages, but for a try now and then.
 *
 * @throws LanggananError `INVALID_INPUT`
 *
 * @example
 * ```ts
 * import { textMessage, whatsappChannel } from '@langganan/whatsapp/outbound'
 *
 * const channel = whatsappChannel({ phoneNumberId: '106540352242922', accessToken: 'a-token' })
 * const send = () => channel.send(textMessage('Pesanan siap'), { to: { phone: '+6281234567890' } })
 * ```
 */
export function whatsappChannel(options: WhatsAppChannelOptions): WhatsAppChannel {
  checkOptions(options)
  const { phoneNumberId, accessToken, version = 'v25.0' } = options
  const { baseUrl = 'https://graph.facebook.com', clock = Date.now, onHalt } = options
  const caller: Caller = {
    fetch: options.fetch ?? globalThis.fetch,
    timers: options.timers ?? systemTimers(),
    timeout: options.timeout ?? 30_000,
  }
  const limits = limiter(options.limits ?? {}, clock)
  const place = `${baseUrl.replace(/\/+$/, '')}/${version}/${phoneNumberId}`
  const authorization = `Bearer ${accessToken}`

  function call(path: string, init: RequestInit, signal?: SendOptions['signal']) {
    const headers = { authorization, ...init.headers }
    return callGraph(caller, `${place}/${path}`, { ...init, method: 'POST', headers }, signal)
  }

  function post(body: string, signal: SendOptions['signal']): Promise<GraphAnswer> {
    return call('messages', { headers: { 'content-type': 'application/json' }, body }, signal)
  }

  /** The turn, unless the number was halted since it was taken. */
  function usable(turn: Turn): Turn {
    const retryAfter = turn.granted ? limits.haltedFor(turn) : 0
    return retryAfter > 0 ? { granted: false, retryAfter, reason: 'halted' } : turn
  }

  /** The result, with how long there is to wait for another. */
  function learnt(person: string, turn: GrantedTurn, result: SendResult): SendResult {
    if (result.outcome === 'accepted') limits.learn(person, turn, 'accepted')
    if (result.outcome !== 'refused') return result
    const retryAfter = limits.learn(person, turn, result.act)
    if (retryAfter === undefined) return result
    const refused = { ...result, retryAfter }
    if (refused.act === 'stop') tellHalt(onHalt, refused)
    return refused
  }

  return {
    name: 'whatsapp',
    businessNumber: options.businessNumber ?? phoneNumberId,
    takeTurn: (to) => limits.takeTurn(keyOf(to)),
    async send(message, { to, reference, turn, notAfter, signal }) {
      const body = messageBody(message, to, reference)
      if (signal?.aborted === true) return notSent('aborted')
      const taken = usable(turn ?? limits.takeTurn(keyOf(to)))
      if (!taken.granted) {
        return { ...notSent(taken.reason ?? 'limit'), retryAfter: taken.retryAfter }
      }
      if (notAfter !== undefined && clock() > notAfter) return notSent('late')
      return learnt(keyOf(to), taken, sendResultOf(await post(body, signal)))
    },
    async markRead(messageId, { typing = false, signal } = {}) {
      if (signal?.aborted === true) return notSent('aborted')
      const answer = await post(readMarkBody(messageId, typing), signal)
      return answer.kind === 'success' ? { outcome: 'accepted', messageId } : failureOf(answer)
    },
    async uploadMedia(file, { filename = 'file' } = {}) {
      const form = new FormData()
      form.set('messaging_product', 'whatsapp')
      form.set('type', file.type)
      form.set('file', file, filename)
      return uploadResultOf(await call('media', { body: form }))
    },
  }
}

function notSent(reason: NotSent['reason']): NotSent {
  return { outcome: 'notSent', reason }
}

/** Whom limits count by; a person written to by phone and by user id counts twice. */
function keyOf(to: Recipient): string {
  return to.phone ?? to.userId
}

import type { Sendable } from '@langganan/core'
import { longestMessageId, textWithin } from './limits.ts'

/** A message as the Cloud API takes it, made by one of the builders. */
export interface WhatsAppMessage extends Sendable {
  readonly type: WhatsAppMessageType
  /** What stands under the name of its type in a request. */
  readonly content: unknown
  /** The message that it answers. */
  readonly replyTo?: string | undefined
}

export type WhatsAppMessageType =
  | 'text'
  | 'image'
  | 'video'
  | 'document'
  | 'audio'
  | 'sticker'
  | 'location'
  | 'contacts'
  | 'interactive'
  | 'template'
  | 'reaction'

/**
 * The same message as an answer: WhatsApp quotes the other one above it.
 *
 * @throws LanggananError `INVALID_INPUT`
 */
export function inReplyTo(messageId: string, message: WhatsAppMessage): WhatsAppMessage {
  return { ...message, replyTo: textWithin('messageId', messageId, longestMessageId) }
}

/**
 * The same message for another purpose than service, which is what free-form messages are taken for: an
 * offer needs consent to marketing inside the window too.
 */
export function asMarketing(message: WhatsAppMessage): WhatsAppMessage {
  return { ...message, purpose: 'marketing' }
}

/** A message that may only go while the window is open. */
export function freeForm(
  type: Exclude<WhatsAppMessageType, 'template'>,
  content: unknown,
): WhatsAppMessage {
  return { form: 'freeForm', purpose: 'service', type, content }
}

import { LanggananError, type Recipient } from '@langganan/core'
import type { WhatsAppMessage } from './messages/message.ts'

/** What the platform repeats in statuses: at most this many characters. */
const longestReference = 512

/** The body of a request that sends a message. */
export function messageBody(
  message: WhatsAppMessage,
  to: Recipient,
  reference: string | undefined,
): string {
  if (reference !== undefined && reference.length > longestReference) {
    throw new LanggananError(
      'INVALID_INPUT',
      `Expected a reference of at most ${longestReference} characters.`,
      { field: 'reference' },
    )
  }
  return JSON.stringify({
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...address(to),
    context: message.replyTo === undefined ? undefined : { message_id: message.replyTo },
    type: message.type,
    [message.type]: message.content,
    biz_opaque_callback_data: reference,
  })
}

/** The phone wins over the user id, as it does on the platform. */
function address(to: Recipient): { to: string } | { recipient: string } {
  if (to.phone === undefined) return { recipient: to.userId }
  if (/^\+\d{4,17}$/.test(to.phone)) return { to: to.phone }
  throw new LanggananError('INVALID_INPUT', 'Expected an international phone with its +.', {
    field: 'to.phone',
  })
}

/** The body of a request that marks a message as read. */
export function readMarkBody(messageId: string, typing: boolean): string {
  return JSON.stringify({
    messaging_product: 'whatsapp',
    status: 'read',
    message_id: messageId,
    typing_indicator: typing ? { type: 'text' } : undefined,
  })
}

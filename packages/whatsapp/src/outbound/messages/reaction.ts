import { freeForm, type WhatsAppMessage } from './message.ts'

/** An emoji on a message of the person's; `null` takes it away. */
export function reactionMessage(messageId: string, emoji: string | null): WhatsAppMessage {
  return freeForm('reaction', { message_id: messageId, emoji: emoji ?? '' })
}

import { longestMessageId, textWithin } from './limits.ts'
import { freeForm, type WhatsAppMessage } from './message.ts'

/**
 * An emoji on a message of the person's; `null` takes it away.
 *
 * @throws LanggananError `INVALID_INPUT`
 */
export function reactionMessage(messageId: string, emoji: string | null): WhatsAppMessage {
  const message = textWithin('messageId', messageId, longestMessageId)
  const shown = emoji === null ? '' : textWithin('emoji', emoji, longestEmoji)
  return freeForm('reaction', { message_id: message, emoji: shown })
}

/** Code points: families and flags are joined of more than ten. */
const longestEmoji = 30

import { textWithin } from './limits.ts'
import { freeForm, type WhatsAppMessage } from './message.ts'

/**
 * A text of at most 4,096 characters.
 *
 * @throws LanggananError `INVALID_INPUT`
 */
export function textMessage(
  body: string,
  { previewLinks = false }: { readonly previewLinks?: boolean } = {},
): WhatsAppMessage {
  return freeForm('text', { body: textWithin('body', body, 4096), preview_url: previewLinks })
}

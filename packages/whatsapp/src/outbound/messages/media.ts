import { maybeTextWithin } from './limits.ts'
import { freeForm, type WhatsAppMessage } from './message.ts'

/** Media that was uploaded, or that WhatsApp fetches. */
export type MediaSource =
  | { readonly id: string; readonly link?: undefined }
  | { readonly link: string; readonly id?: undefined }

export interface Captioned {
  /** At most 1,024 characters. */
  readonly caption?: string | undefined
}

/** @throws LanggananError `INVALID_INPUT` */
export function imageMessage(source: MediaSource, { caption }: Captioned = {}): WhatsAppMessage {
  return freeForm('image', { ...wireSource(source), caption: captionOf(caption) })
}

/** @throws LanggananError `INVALID_INPUT` */
export function videoMessage(source: MediaSource, { caption }: Captioned = {}): WhatsAppMessage {
  return freeForm('video', { ...wireSource(source), caption: captionOf(caption) })
}

/**
 * A file, under the name that the person sees.
 *
 * @throws LanggananError `INVALID_INPUT`
 */
export function documentMessage(
  source: MediaSource,
  { caption, filename }: Captioned & { readonly filename?: string | undefined } = {},
): WhatsAppMessage {
  const name = maybeTextWithin('filename', filename, 240)
  return freeForm('document', {
    ...wireSource(source),
    caption: captionOf(caption),
    filename: name,
  })
}

/** Sound; as a voice message it shows as spoken into the chat, and is reported as `played`. */
export function audioMessage(
  source: MediaSource,
  { voice = false }: { readonly voice?: boolean } = {},
): WhatsAppMessage {
  return freeForm('audio', voice ? { ...wireSource(source), voice } : wireSource(source))
}

export function stickerMessage(source: MediaSource): WhatsAppMessage {
  return freeForm('sticker', wireSource(source))
}

export function wireSource(source: MediaSource): { id: string } | { link: string } {
  return source.id === undefined ? { link: source.link } : { id: source.id }
}

function captionOf(caption: string | undefined): string | undefined {
  return maybeTextWithin('caption', caption, 1024)
}

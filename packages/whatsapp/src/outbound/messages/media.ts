import { invalid, maybeTextWithin, textWithin } from './limits.ts'
import { freeForm, type WhatsAppMessage } from './message.ts'

/** Media that was uploaded, or that WhatsApp fetches from an address on the web. */
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

/**
 * Sound; as a voice message it shows as spoken into the chat, and is reported as `played`.
 *
 * @throws LanggananError `INVALID_INPUT`
 */
export function audioMessage(
  source: MediaSource,
  { voice = false }: { readonly voice?: boolean } = {},
): WhatsAppMessage {
  return freeForm('audio', voice ? { ...wireSource(source), voice } : wireSource(source))
}

/** @throws LanggananError `INVALID_INPUT` */
export function stickerMessage(source: MediaSource): WhatsAppMessage {
  return freeForm('sticker', wireSource(source))
}

/** A source as it may come from outside. */
interface SourceGiven {
  readonly id?: string | undefined
  readonly link?: string | undefined
}

/** @param prefix of what holds it, for the field of errors */
export function wireSource(
  { id, link }: SourceGiven,
  prefix: string = '',
): { id: string } | { link: string } {
  if (id !== undefined && link !== undefined) {
    throw invalid(`${prefix}link`, 'Expected an id or a link, not both.')
  }
  if (link !== undefined) return { link: webAddress(`${prefix}link`, link) }
  return { id: textWithin(`${prefix}id`, id ?? '', longestId) }
}

const longestId = 200
const longestLink = 2_048

/** What WhatsApp can fetch; what else an address may be, such as a file, it refuses only after it took the message. */
function webAddress(field: string, link: string): string {
  const address = textWithin(field, link, longestLink)
  if (/^https?:\/\/[^\s/?#]+\S*$/i.test(address) && URL.canParse(address)) return address
  throw invalid(field, 'Expected an address that begins with https:// or http://.')
}

function captionOf(caption: string | undefined): string | undefined {
  return maybeTextWithin('caption', caption, 1024)
}

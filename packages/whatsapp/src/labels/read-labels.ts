import type { LabelChat, ToldOfLabels } from '@langganan/core'
import { chatAddress, type OtherChat } from './chat-address.ts'

/** What a payload says of labels. */
export interface ReadLabels {
  /** In the order that they stand in. */
  readonly events: readonly ToldOfLabels[]
  /** What was passed over on purpose, counted. */
  readonly ignored: IgnoredLabels
  /** What could not be read. */
  readonly rejected: readonly RejectedLabel[]
  /** All that was read, as it came. Holds personal data. */
  readonly payload: unknown
}

/** Chats that are nobody's own, labels of single messages, and events of another kind. */
export type Ignored = OtherChat | 'message' | 'event'

export type IgnoredLabels = Readonly<Record<Ignored, number>>

export interface RejectedLabel {
  readonly place: string
  /** What was expected, never what was found. */
  readonly reason: string
}

/** What became of one thing in a payload. */
export type Item =
  | { readonly kind: 'event'; readonly event: ToldOfLabels }
  | { readonly kind: 'ignored'; readonly what: Ignored }
  | ({ readonly kind: 'rejected' } & RejectedLabel)

export function told(event: ToldOfLabels): Item {
  return { kind: 'event', event }
}

export function ignored(what: Ignored): Item {
  return { kind: 'ignored', what }
}

export function rejected(place: string, reason: string): Item {
  return { kind: 'rejected', place, reason }
}

/** Whether something is a person's chat; else what became of it. */
export type ReadChat = { readonly chat: LabelChat } | { readonly item: Item }

/**
 * The chat behind its addresses, of which the first decides whose it is and the others say under
 * which ids the person is known as well.
 */
export function readChat(addresses: readonly unknown[], place: string): ReadChat {
  let chat: LabelChat = {}
  for (const address of addresses) {
    if (address === undefined || address === null || address === '') continue
    const read = typeof address === 'string' ? chatAddress(address) : undefined
    if (read === undefined) return { item: rejected(place, 'expected the address of a chat') }
    if (read.kind !== 'person') return { item: ignored(read.kind) }
    chat = { ...read, ...chat }
  }
  const { whatsapp, lid } = chat
  if (whatsapp !== undefined) return { chat: lid === undefined ? { whatsapp } : { whatsapp, lid } }
  return lid === undefined
    ? { item: rejected(place, 'expected the address of a chat') }
    : { chat: { lid } }
}

export function collected(items: Iterable<Item>, payload: unknown): ReadLabels {
  const events: ToldOfLabels[] = []
  const refused: RejectedLabel[] = []
  const counts = { group: 0, broadcast: 0, newsletter: 0, bot: 0, message: 0, event: 0 }
  for (const item of items) {
    if (item.kind === 'event') events.push(item.event)
    else if (item.kind === 'ignored') counts[item.what] += 1
    else refused.push({ place: item.place, reason: item.reason })
  }
  return { events, ignored: counts, rejected: refused, payload }
}

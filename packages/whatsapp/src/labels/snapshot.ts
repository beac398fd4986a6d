import type { LabelChat, LabelSnapshotInput, SnapshotLabel } from '@langganan/core'
import { chatThing } from './chat-thing.ts'
import { colourOf, fieldsOf, idOf, textOf } from './fields.ts'
import {
  collected,
  type IgnoredLabels,
  type Item,
  type RejectedLabel,
  rejected,
} from './read-labels.ts'

/** A full list of labels and the chats that have them. */
export interface ReadSnapshot {
  /**
   * Undefined where anything could not be read: a list with holes would take labels off those who
   * stood in the holes.
   */
  readonly list: Omit<LabelSnapshotInput, 'source'> | undefined
  readonly ignored: IgnoredLabels
  readonly rejected: readonly RejectedLabel[]
}

/**
 * All labels of an account with their chats, for sources that tell nothing by themselves, such as
 * whatsapp-web.js, and to put right what the others missed: a list of labels, each with the list
 * `chats` of addresses or chat objects.
 *
 * @example
 * ```ts
 * const labels = await Promise.all(
 *   (await client.getLabels()).map(async (label) => ({ ...label, chats: await label.getChats() })),
 * )
 * await reconcileLabels(shop, 'wwebjs', snapshotLabels(labels))
 * ```
 */
export function snapshotLabels(labels: unknown): ReadSnapshot {
  const found: SnapshotLabel[] = []
  const chats = new Map<string, { chat: LabelChat; labels: string[] }>()
  const read = collected(readAll(labels, found, chats), labels)
  const list = { labels: found, chats: [...chats.values()] }
  return {
    list: read.rejected.length > 0 ? undefined : list,
    ignored: read.ignored,
    rejected: read.rejected,
  }
}

function* readAll(
  labels: unknown,
  found: SnapshotLabel[],
  into: Map<string, { chat: LabelChat; labels: string[] }>,
): Generator<Item> {
  if (!Array.isArray(labels)) {
    yield rejected('', 'expected a list of labels')
    return
  }
  for (const [i, each] of labels.entries()) {
    const { id, name, hexColor, colorHex, color, chats } = fieldsOf(each) ?? {}
    const label = idOf(id)
    if (label === undefined) {
      yield rejected(`[${i}].id`, 'expected an id')
      continue
    }
    const colour = colourOf(hexColor) ?? colourOf(colorHex) ?? colourOf(color)
    found.push({ label, name: textOf(name, 200) ?? null, colour })
    if (!Array.isArray(chats)) {
      yield rejected(`[${i}].chats`, 'expected a list of chats')
      continue
    }
    for (const [j, chat] of chats.entries()) {
      const read = chatThing(chat, `[${i}].chats[${j}]`)
      if ('item' in read) yield read.item
      else addLabel(into, read.chat, label)
    }
  }
}

function addLabel(
  into: Map<string, { chat: LabelChat; labels: string[] }>,
  chat: LabelChat,
  label: string,
): void {
  const key = `${chat.whatsapp ?? ''} ${chat.lid ?? ''}`
  const known = into.get(key)
  if (known === undefined) into.set(key, { chat, labels: [label] })
  else if (!known.labels.includes(label)) known.labels.push(label)
}

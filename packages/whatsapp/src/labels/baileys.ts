import { chatAddress } from './chat-address.ts'
import { colourOf, type Fields, fieldsOf, idOf, listOf, textOf } from './fields.ts'
import {
  collected,
  type Item,
  ignored,
  type ReadLabels,
  readChat,
  rejected,
  told,
} from './read-labels.ts'

/**
 * Labels in what Baileys 7 gives to `sock.ev.process`: events by their names. They carry no time and
 * no author, and repeat whenever the device connects.
 *
 * @example
 * ```ts
 * sock.ev.process((events) => ingestLabels(shop, 'baileys', baileysLabels(events)))
 * ```
 */
export function baileysLabels(events: unknown): ReadLabels {
  return collected(readAll(events), events)
}

function* readAll(events: unknown): Generator<Item> {
  const fields = fieldsOf(events)
  if (fields === undefined) {
    yield rejected('', 'expected events by their names')
    return
  }
  for (const [name, value] of Object.entries(fields)) {
    const read = Object.hasOwn(readers, name) ? readers[name] : undefined
    if (read === undefined) yield ignored('event')
    else for (const [i, each] of listOf(value).entries()) yield* read(each, `${name}[${i}]`)
  }
}

const readers: Readonly<Record<string, (value: unknown, place: string) => Iterable<Item>>> = {
  *'labels.edit'(value, place) {
    yield readLabel(fieldsOf(value), place)
  },
  *'labels.association'(value, place) {
    yield readAssociation(fieldsOf(value), place)
  },
  *'lid-mapping.update'(value, place) {
    yield readMapping(fieldsOf(value), place)
  },
}

/** A label as Baileys and Evolution tell it. */
export function readLabel(label: Fields | undefined, place: string, at?: Date): Item {
  const id = idOf(label?.id)
  if (label === undefined || id === undefined) return rejected(`${place}.id`, 'expected an id')
  return told({
    told: 'label',
    label: id,
    name: textOf(label.name, 200) ?? null,
    colour: colourOf(label.color),
    deleted: label.deleted === true,
    at: at ?? null,
  })
}

function readAssociation(event: Fields | undefined, place: string): Item {
  const association = fieldsOf(event?.association)
  if (association?.type === 'label_message') return ignored('message')
  if (association?.type !== 'label_jid')
    return rejected(`${place}.association.type`, 'expected label_jid or label_message')
  const { chatId, labelId } = association
  return readChatLabel({ chatId, labelId, type: event?.type }, place)
}

/** A label put on a chat or taken off, as Baileys and Evolution tell it. */
export function readChatLabel({ chatId, labelId, type }: Fields, place: string, at?: Date): Item {
  const label = idOf(labelId)
  if (label === undefined) return rejected(`${place}.labelId`, 'expected an id')
  if (type !== 'add' && type !== 'remove')
    return rejected(`${place}.type`, 'expected add or remove')
  const read = readChat([chatId], `${place}.chatId`)
  if ('item' in read) return read.item
  const change = type === 'add' ? 'added' : 'removed'
  return told({ told: 'chat', label, chat: read.chat, change, at: at ?? null })
}

function readMapping(mapping: Fields | undefined, place: string): Item {
  const { lid, pn } = mapping ?? {}
  const linked = typeof lid === 'string' ? chatAddress(lid) : undefined
  const number = typeof pn === 'string' ? chatAddress(pn) : undefined
  if (linked === undefined || !('lid' in linked))
    return rejected(`${place}.lid`, 'expected a linked id')
  if (number === undefined || !('whatsapp' in number))
    return rejected(`${place}.pn`, 'expected the address of a number')
  return told({ told: 'lid', lid: linked.lid, whatsapp: number.whatsapp })
}

import { colourOf, type Fields, fieldsOf, idOf, textOf, timeOf } from './fields.ts'
import {
  collected,
  type Item,
  ignored,
  type ReadLabels,
  readChat,
  rejected,
  told,
} from './read-labels.ts'

/** Labels in a webhook of WAHA, whose events carry an id of their own and a time. */
export function wahaLabels(webhook: unknown): ReadLabels {
  return collected([readWebhook(fieldsOf(webhook))], webhook)
}

function readWebhook(webhook: Fields | undefined): Item {
  const { event, payload, timestamp } = webhook ?? {}
  if (typeof event !== 'string') return rejected('event', 'expected the name of an event')
  if (!names.has(event)) return ignored('event')
  const fields = fieldsOf(payload)
  if (fields === undefined) return rejected('payload', 'expected what the event tells')
  const at = timeOf(timestamp)
  if (at === undefined) return rejected('timestamp', 'expected a time')
  if (event === 'label.upsert' || event === 'label.deleted')
    return readLabel(fields, at, event === 'label.deleted')
  const change = event === 'label.chat.added' ? 'added' : 'removed'
  return readChatLabel(fields, { at, change, eventId: idOf(webhook?.id) ?? null })
}

const names: ReadonlySet<string> = new Set([
  'label.upsert',
  'label.deleted',
  'label.chat.added',
  'label.chat.deleted',
])

function readLabel({ id, name, color, colorHex }: Fields, at: Date, deleted: boolean): Item {
  const label = idOf(id)
  if (label === undefined) return rejected('payload.id', 'expected an id')
  const colour = colourOf(colorHex) ?? colourOf(color)
  return told({ told: 'label', label, name: textOf(name, 200) ?? null, colour, deleted, at })
}

function readChatLabel(
  { labelId, label: details, chatId }: Fields,
  event: {
    readonly at: Date
    readonly change: 'added' | 'removed'
    readonly eventId: string | null
  },
): Item {
  const label = idOf(labelId)
  if (label === undefined) return rejected('payload.labelId', 'expected an id')
  const read = readChat([chatId], 'payload.chatId')
  if ('item' in read) return read.item
  const labelName = textOf(fieldsOf(details)?.name, 200) ?? null
  return told({ told: 'chat', label, labelName, chat: read.chat, ...event })
}

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

/** Labels in a webhook of GoWA (go-whatsapp-web-multidevice), whose events carry the time of the action. */
export function gowaLabels(webhook: unknown): ReadLabels {
  return collected([readWebhook(fieldsOf(webhook))], webhook)
}

function readWebhook(webhook: Fields | undefined): Item {
  const { event, payload, timestamp } = webhook ?? {}
  if (typeof event !== 'string') return rejected('event', 'expected the name of an event')
  if (event !== 'label.edit' && event !== 'label.association') return ignored('event')
  const fields = fieldsOf(payload)
  const label = idOf(fields?.label_id)
  if (fields === undefined || label === undefined)
    return rejected('payload.label_id', 'expected an id')
  const at = timeOf(timestamp)
  if (at === undefined) return rejected('timestamp', 'expected a time with its zone')
  return event === 'label.edit' ? readLabel(fields, label, at) : readAssociation(fields, label, at)
}

function readLabel({ name, color, deleted }: Fields, label: string, at: Date): Item {
  const colour = colourOf(color)
  const isDeleted = deleted === true
  return told({
    told: 'label',
    label,
    name: textOf(name, 200) ?? null,
    colour,
    deleted: isDeleted,
    at,
  })
}

function readAssociation(fields: Fields, label: string, at: Date): Item {
  const { labeled, chat_id: id, chat_lid: lid } = fields
  if (typeof labeled !== 'boolean') return rejected('payload.labeled', 'expected true or false')
  const read = readChat([id, lid], 'payload.chat_id')
  if ('item' in read) return read.item
  return told({ told: 'chat', label, chat: read.chat, change: labeled ? 'added' : 'removed', at })
}

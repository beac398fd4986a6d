import { fieldsOf, textOf } from './fields.ts'
import { type ReadChat, readChat } from './read-labels.ts'

/** A chat as libraries in a browser give it: an address, or an object that has one. */
export function chatThing(thing: unknown, place: string): ReadChat {
  const fields = fieldsOf(thing)
  if (fields === undefined) return readChat([thing], place)
  const id = fieldsOf(fields.id)
  const address = id === undefined ? (fields.id ?? fields._serialized) : id._serialized
  const read = readChat([address], `${place}.id`)
  if ('item' in read) return read
  const name = nameOf(fields.name) ?? nameOf(fieldsOf(fields.contact)?.name)
  return name === undefined ? read : { chat: { ...read.chat, name } }
}

/** What a chat is called, unless that is its number. */
function nameOf(value: unknown): string | undefined {
  const name = textOf(value, 200)
  return name !== undefined && /\p{L}/u.test(name) ? name : undefined
}

import { chatThing } from './chat-thing.ts'
import { fieldsOf, idOf, listOf, textOf } from './fields.ts'
import { collected, type Item, type ReadLabels, rejected, told } from './read-labels.ts'

/** Labels in what WPPConnect gives to `onUpdateLabel`: one chat, the labels, and what was done with them. */
export function wppconnectLabels(update: unknown): ReadLabels {
  return collected(readUpdate(update), update)
}

function* readUpdate(update: unknown): Generator<Item> {
  const { chat, ids, labels, type } = fieldsOf(update) ?? {}
  if (type !== 'add' && type !== 'remove') {
    yield rejected('type', 'expected add or remove')
    return
  }
  const read = chatThing(chat, 'chat')
  if ('item' in read) {
    yield read.item
    return
  }
  const names = namesOf(labels)
  for (const [i, id] of listOf(ids ?? []).entries()) {
    const label = idOf(id)
    if (label === undefined) {
      yield rejected(`ids[${i}]`, 'expected an id')
      continue
    }
    const change = type === 'add' ? 'added' : 'removed'
    const labelName = names.get(label) ?? null
    yield told({ told: 'chat', label, labelName, chat: read.chat, change })
  }
}

function namesOf(labels: unknown): ReadonlyMap<string, string> {
  return new Map(
    listOf(labels).flatMap((each) => {
      const fields = fieldsOf(each)
      const [id, name] = [idOf(fields?.id), textOf(fields?.name, 200)]
      return id === undefined || name === undefined ? [] : [[id, name] as const]
    }),
  )
}

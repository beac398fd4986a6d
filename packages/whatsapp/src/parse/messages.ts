import { itemsOf, type NumberChange, originOf } from './change.ts'
import { eventItem, type Item, rejectedItem } from './items.ts'
import { contextOf, referralOf } from './message-parts.ts'
import { noPerson } from './people.ts'
import { readPersonal } from './personal.ts'
import { isSystemChange, systemChange } from './system-changes.ts'
import { contentItem, messageSchema, type WireMessage } from './wire-message.ts'

/** What people wrote to the shop. */
export function* messages(change: NumberChange): Generator<Item> {
  for (const { raw, place } of itemsOf(change, 'messages')) {
    yield* readPersonal(messageSchema, raw, place, (message) =>
      readMessage(change, message, place, raw),
    )
  }
}

function* readMessage(
  change: NumberChange,
  message: WireMessage,
  place: string,
  raw: unknown,
): Generator<Item> {
  if (isSystemChange(message)) {
    yield* systemChange(change, message, place, raw)
    return
  }
  const from = change.people.of({
    phone: message.from,
    userId: message.from_user_id,
    parentUserId: message.from_parent_user_id,
  })
  const reason = noPerson(from, 'from', message.from)
  if (reason !== undefined) {
    yield rejectedItem(place, reason, raw)
    return
  }
  const [content, unknown] = contentItem(message, place, raw)
  yield* unknown
  yield eventItem({
    type: 'message',
    ...originOf(change, place, raw),
    id: message.id,
    at: message.timestamp,
    from,
    content,
    context: contextOf(message.context),
    referral: referralOf(message.referral),
  })
}

import { z } from 'zod'
import { itemsOf, type NumberChange, originOf } from './change.ts'
import { eventItem, type Item, rejectedItem, unknownItem } from './items.ts'
import { noPerson } from './people.ts'
import { readPersonal } from './personal.ts'
import { maybeId, maybeInstant, maybeText, maybeUserId } from './values.ts'
import { contentItem, messageSchema } from './wire-message.ts'

/** What the shop wrote from the WhatsApp Business app: the customer is the receiver. */
export function* echoes(change: NumberChange): Generator<Item> {
  for (const { raw, place } of itemsOf(change, 'message_echoes')) {
    yield* readPersonal(messageSchema, raw, place, function* (message) {
      const to = change.people.of({
        phone: message.to,
        userId: message.to_user_id,
        parentUserId: message.to_parent_user_id,
      })
      const reason = noPerson(to, 'to', message.to)
      if (reason !== undefined) {
        yield rejectedItem(place, reason, raw)
        return
      }
      const [content, unknown] = contentItem(message, place, raw)
      yield* unknown
      yield eventItem({
        type: 'echo',
        ...originOf(change, place, raw),
        id: message.id,
        at: message.timestamp,
        to,
        content,
      })
    })
  }
}

const syncSchema = z.object({
  type: z.string(),
  action: z.string(),
  contact: z
    .object({
      full_name: maybeText,
      first_name: maybeText,
      phone_number: maybeId,
      user_id: maybeUserId,
      parent_user_id: maybeUserId,
    })
    .optional(),
  metadata: z.object({ timestamp: maybeInstant }).catch({ timestamp: null }),
})

/** Changes of the address book of the WhatsApp Business app. */
export function* stateSyncs(change: NumberChange): Generator<Item> {
  for (const { raw, place } of itemsOf(change, 'state_sync')) {
    yield* readPersonal(syncSchema, raw, place, function* ({ type, action, contact, metadata }) {
      if (
        type !== 'contact' ||
        contact === undefined ||
        (action !== 'add' && action !== 'remove')
      ) {
        yield unknownItem('stateSync', `${type} ${action}`, place, raw)
        return
      }
      yield eventItem({
        type: 'contact',
        ...originOf(change, place, raw),
        action,
        person: change.people.of({
          phone: contact.phone_number,
          userId: contact.user_id,
          parentUserId: contact.parent_user_id,
        }),
        fullName: contact.full_name,
        firstName: contact.first_name,
        at: metadata.timestamp,
      })
    })
  }
}

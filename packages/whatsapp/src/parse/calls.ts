import { z } from 'zod'
import { itemsOf, type NumberChange, originOf } from './change.ts'
import { eventItem, type Item, rejectedItem } from './items.ts'
import { noPerson, phoneOf } from './people.ts'
import { readPersonal } from './personal.ts'
import { id, instant, maybeId, maybeText, maybeUserId } from './values.ts'

const callSchema = z.object({
  id,
  timestamp: instant,
  event: z.string().min(1),
  direction: maybeText,
  from: maybeId,
  from_user_id: maybeUserId,
  from_parent_user_id: maybeUserId,
  to: maybeId,
  to_user_id: maybeUserId,
  to_parent_user_id: maybeUserId,
})

type WireCall = z.infer<typeof callSchema>

const callStatusSchema = z.object({
  id,
  timestamp: instant,
  status: z.string().min(1),
  recipient_id: maybeId,
  recipient_user_id: maybeUserId,
  recipient_parent_user_id: maybeUserId,
})

/** Calls, and how far those of the shop have come. */
export function* calls(change: NumberChange): Generator<Item> {
  for (const { raw, place } of itemsOf(change, 'calls')) {
    yield* readPersonal(callSchema, raw, place, function* (call) {
      const direction = isOurs(change, call) ? 'outbound' : 'inbound'
      const named =
        direction === 'inbound'
          ? { phone: call.from, userId: call.from_user_id, parentUserId: call.from_parent_user_id }
          : { phone: call.to, userId: call.to_user_id, parentUserId: call.to_parent_user_id }
      const person = change.people.of(named)
      const part = direction === 'inbound' ? 'from' : 'to'
      const reason = noPerson(person, part, named.phone)
      if (reason !== undefined) {
        yield rejectedItem(place, reason, raw)
        return
      }
      yield eventItem({
        type: 'call',
        ...originOf(change, place, raw),
        id: call.id,
        at: call.timestamp,
        direction,
        person,
        event: call.event,
      })
    })
  }
  for (const { raw, place } of itemsOf(change, 'statuses')) {
    yield* readPersonal(callStatusSchema, raw, place, function* (status) {
      yield eventItem({
        type: 'callStatus',
        ...originOf(change, place, raw),
        callId: status.id,
        at: status.timestamp,
        status: status.status.toLowerCase(),
        person: change.people.of({
          phone: status.recipient_id,
          userId: status.recipient_user_id,
          parentUserId: status.recipient_parent_user_id,
        }),
      })
    })
  }
}

function isOurs({ number }: NumberChange, { direction, from }: WireCall): boolean {
  if (direction !== null) return direction === 'BUSINESS_INITIATED'
  return number.phone !== null && phoneOf(from) === number.phone
}

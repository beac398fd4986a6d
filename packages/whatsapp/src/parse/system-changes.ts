import { z } from 'zod'
import { itemsOf, type NumberChange, originOf } from './change.ts'
import { eventItem, type Item, readItem } from './items.ts'
import { personOf } from './people.ts'
import { instant, maybeId, maybeText, maybeUserId } from './values.ts'
import type { WireMessage } from './wire-message.ts'

const systemSchema = z.object({
  type: maybeText,
  wa_id: maybeId,
  new_wa_id: maybeId,
  customer: maybeId,
  user_id: maybeUserId,
  previous_user_id: maybeUserId,
  parent_user_id: maybeUserId,
})

type System = z.infer<typeof systemSchema>

/** Whether a system message says that somebody is known by another number or id now. */
export function isSystemChange({ type, system }: WireMessage): boolean {
  return type === 'system' && changed(system) !== undefined
}

/** The changes of numbers and user ids among system messages, which come without `contacts`. */
export function* systemChange(
  change: NumberChange,
  message: WireMessage,
  place: string,
  raw: unknown,
): Generator<Item> {
  const system = changed(message.system)
  if (system === undefined) return
  const origin = originOf(change, place, raw)
  const at = message.timestamp
  const phone = message.from ?? system.customer
  const newNumber = system.wa_id ?? system.new_wa_id
  if (newNumber !== null && system.type !== 'user_changed_user_id') {
    yield eventItem({
      type: 'numberChanged',
      ...origin,
      id: message.id,
      at,
      before: personOf({ phone, userId: system.previous_user_id ?? message.from_user_id }),
      after: personOf({
        phone: newNumber,
        userId: system.user_id,
        parentUserId: system.parent_user_id,
      }),
    })
  } else if (system.user_id !== null) {
    yield eventItem({
      type: 'userIdChanged',
      ...origin,
      at,
      person: personOf({ phone: phone ?? newNumber, userId: message.from_user_id }),
      previous: system.previous_user_id ?? message.from_user_id,
      current: system.user_id,
    })
  }
}

const kinds = ['user_changed_number', 'customer_changed_number', 'user_changed_user_id']

function changed(raw: unknown): System | undefined {
  const result = systemSchema.safeParse(raw)
  if (!result.success) return undefined
  const { type, wa_id, new_wa_id, user_id } = result.data
  const isChange = type !== null && kinds.includes(type)
  return isChange && (wa_id ?? new_wa_id ?? user_id) !== null ? result.data : undefined
}

const updateSchema = z.object({
  wa_id: maybeId,
  timestamp: instant,
  user_id: z.object({ previous: maybeUserId, current: z.string().min(1) }),
})

/** Changes of user ids that have a field of their own. */
export function* userIdUpdates(change: NumberChange): Generator<Item> {
  for (const { raw, place } of itemsOf(change, 'user_id_update')) {
    yield* readItem(updateSchema, raw, place, function* ({ wa_id, timestamp, user_id }) {
      const { previous, current } = user_id
      yield eventItem({
        type: 'userIdChanged',
        ...originOf(change, place, raw),
        at: timestamp,
        person: change.people.of({ phone: wa_id, userId: current }),
        previous,
        current,
      })
    })
  }
}

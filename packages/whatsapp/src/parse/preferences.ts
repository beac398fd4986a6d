import { z } from 'zod'
import { itemsOf, type NumberChange, originOf } from './change.ts'
import { eventItem, type Item, readItem, unknownItem } from './items.ts'
import { instant, maybeId, maybeUserId } from './values.ts'

const preferenceSchema = z.object({
  wa_id: maybeId,
  user_id: maybeUserId,
  parent_user_id: maybeUserId,
  category: z.string(),
  value: z.string(),
  timestamp: instant,
})

/** Who stopped marketing messages, and who wants them again. */
export function* preferences(change: NumberChange): Generator<Item> {
  for (const { raw, place } of itemsOf(change, 'user_preferences')) {
    yield* readItem(preferenceSchema, raw, place, function* (given) {
      const { category, value, timestamp } = given
      if (category !== 'marketing_messages' || (value !== 'stop' && value !== 'resume')) {
        yield unknownItem('preference', `${category} ${value}`, place, raw)
        return
      }
      yield eventItem({
        type: 'preference',
        ...originOf(change, place, raw),
        person: change.people.of({
          phone: given.wa_id,
          userId: given.user_id,
          parentUserId: given.parent_user_id,
        }),
        category: 'marketing',
        value,
        at: timestamp,
      })
    })
  }
}

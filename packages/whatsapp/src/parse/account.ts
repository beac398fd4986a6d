import { z } from 'zod'
import type { Change } from './change.ts'
import { eventItem, type Item, readItem } from './items.ts'
import { phoneOf } from './people.ts'
import { maybeId, maybeText } from './values.ts'

const templateSchema = z.object({
  event: z.string().min(1),
  message_template_id: maybeId,
  message_template_name: maybeText,
  message_template_language: maybeText,
  message_template_category: maybeText,
  reason: maybeText,
})

/** What became of a template. */
export function* templateStatus({ value, place, accountId }: Change): Generator<Item> {
  yield* readItem(templateSchema, value, place, function* (given) {
    yield eventItem({
      type: 'templateStatus',
      place,
      accountId,
      raw: value,
      templateId: given.message_template_id,
      name: given.message_template_name,
      language: given.message_template_language,
      category: given.message_template_category,
      event: given.event,
      reason: given.reason,
    })
  })
}

const qualitySchema = z.object({
  event: z.string().min(1),
  display_phone_number: maybeId,
  current_limit: maybeText,
  old_limit: maybeText,
  max_daily_conversations_per_business: maybeText,
})

/** The quality or limit of a number. */
export function* numberQuality({ value, place, accountId }: Change): Generator<Item> {
  yield* readItem(qualitySchema, value, place, function* (given) {
    yield eventItem({
      type: 'numberQuality',
      place,
      accountId,
      raw: value,
      phone: phoneOf(given.display_phone_number),
      event: given.event,
      currentLimit: given.current_limit ?? given.max_daily_conversations_per_business,
      oldLimit: given.old_limit,
    })
  })
}

const accountSchema = z.object({ event: z.string().min(1), phone_number: maybeId })

/** What happened to the business account. */
export function* accountUpdate({ value, place, accountId }: Change): Generator<Item> {
  yield* readItem(accountSchema, value, place, function* ({ event, phone_number }) {
    const phone = phoneOf(phone_number)
    yield eventItem({ type: 'accountUpdate', place, accountId, raw: value, phone, event })
  })
}

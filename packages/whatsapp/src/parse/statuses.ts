import { z } from 'zod'
import type { Conversation, MessageStatus, Pricing } from '../events/event.ts'
import { itemsOf, type NumberChange, originOf } from './change.ts'
import { eventItem, type Item, unknownItem } from './items.ts'
import { readPersonal } from './personal.ts'
import { platformErrors } from './platform-errors.ts'
import { id, instant, maybeFlag, maybeId, maybeInstant, maybeText, maybeUserId } from './values.ts'

const conversationSchema = z
  .object({
    id: maybeId,
    origin: z.object({ type: maybeText }).catch({ type: null }),
    expiration_timestamp: maybeInstant,
  })
  .transform(
    (given): Conversation => ({
      id: given.id,
      origin: given.origin.type,
      expiresAt: given.expiration_timestamp,
    }),
  )
  .nullable()
  .catch(null)

const pricingSchema = z
  .object({ billable: maybeFlag, pricing_model: maybeText, type: maybeText, category: maybeText })
  .transform(
    (given): Pricing => ({
      isBillable: given.billable,
      model: given.pricing_model,
      type: given.type,
      category: given.category,
    }),
  )
  .nullable()
  .catch(null)

const statusSchema = z.object({
  id,
  status: z.string().min(1),
  timestamp: instant,
  recipient_id: maybeId,
  recipient_user_id: maybeUserId,
  recipient_parent_user_id: maybeUserId,
  parent_recipient_user_id: maybeUserId,
  biz_opaque_callback_data: maybeText,
  conversation: conversationSchema,
  pricing: pricingSchema,
  errors: z.unknown().optional(),
})

const known: readonly MessageStatus[] = ['sent', 'delivered', 'read', 'played', 'failed']

/** How far the shop's messages have come. */
export function* statuses(change: NumberChange): Generator<Item> {
  for (const { raw, place } of itemsOf(change, 'statuses')) {
    yield* readPersonal(statusSchema, raw, place, function* (given) {
      const status = known.find((each) => each === given.status)
      if (status === undefined) {
        yield unknownItem('status', given.status, place, raw)
        return
      }
      yield eventItem({
        type: 'status',
        ...originOf(change, place, raw),
        messageId: given.id,
        status,
        at: given.timestamp,
        recipient: change.people.of({
          phone: given.recipient_id,
          userId: given.recipient_user_id,
          parentUserId: given.recipient_parent_user_id ?? given.parent_recipient_user_id,
        }),
        callbackData: given.biz_opaque_callback_data,
        conversation: given.conversation,
        pricing: given.pricing,
        errors: platformErrors(given.errors),
      })
    })
  }
}

import { z } from 'zod'
import type { MessageContext, Referral, ReferredProduct } from '../events/event.ts'
import { phoneOf } from './people.ts'
import { flag, maybeId, maybeText } from './values.ts'

const productSchema = z.object({ catalog_id: maybeId, product_retailer_id: maybeId }).transform(
  (given): ReferredProduct => ({
    catalogId: given.catalog_id,
    product: given.product_retailer_id,
  }),
)

const contextSchema = z
  .object({
    id: maybeId,
    from: maybeId,
    forwarded: flag,
    frequently_forwarded: flag,
    referred_product: productSchema.nullable().catch(null),
  })
  .transform(
    (given): MessageContext => ({
      id: given.id,
      from: phoneOf(given.from),
      isForwarded: given.forwarded || given.frequently_forwarded,
      isFrequentlyForwarded: given.frequently_forwarded,
      product: given.referred_product,
    }),
  )
  .nullable()
  .catch(null)

const referralSchema = z
  .object({
    source_type: maybeText,
    source_id: maybeId,
    source_url: maybeText,
    headline: maybeText,
    body: maybeText,
    media_type: maybeText,
    ctwa_clid: maybeId,
    welcome_message: z
      .union([z.string(), z.object({ text: z.string() }).transform(({ text }) => text)])
      .nullable()
      .catch(null),
  })
  .transform(
    (given): Referral => ({
      sourceType: given.source_type,
      sourceId: given.source_id,
      sourceUrl: given.source_url,
      headline: given.headline,
      body: given.body,
      mediaType: given.media_type,
      clickId: given.ctwa_clid,
      welcomeMessage: given.welcome_message,
    }),
  )
  .nullable()
  .catch(null)

export function contextOf(context: unknown): MessageContext | null {
  return contextSchema.parse(context)
}

export function referralOf(referral: unknown): Referral | null {
  return referralSchema.parse(referral)
}

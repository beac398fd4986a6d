import { z } from 'zod'
import type { MediaType, MessageContent, OrderItem, SharedContact } from '../events/content.ts'
import { platformErrors } from './platform-errors.ts'
import { flag, id, list, maybeId, maybeText, numeric } from './values.ts'

/** What a message of a type holds, undefined where the type is not known or its body is not there. */
export function contentOf(
  type: string,
  message: Readonly<Record<string, unknown>>,
): MessageContent | undefined {
  return Object.hasOwn(readers, type) ? readers[type]?.(message[type], message) : undefined
}

type Reader = (
  body: unknown,
  message: Readonly<Record<string, unknown>>,
) => MessageContent | undefined

/** A reader by a schema, which makes nothing of what does not fit. */
function by<T>(schema: z.ZodType<T>, made: (body: T) => MessageContent | undefined): Reader {
  return (body) => {
    const result = schema.safeParse(body)
    return result.success ? made(result.data) : undefined
  }
}

const media = (type: MediaType): Reader =>
  by(
    z.object({
      id: maybeId,
      mime_type: maybeText,
      sha256: maybeText,
      url: maybeText,
      link: maybeText,
      caption: maybeText,
      filename: maybeText,
      voice: flag,
      animated: flag,
    }),
    (body) => ({
      type,
      mediaId: body.id,
      mimeType: body.mime_type,
      sha256: body.sha256,
      url: body.url ?? body.link,
      caption: body.caption,
      filename: body.filename,
      isVoice: body.voice,
      isAnimated: body.animated,
    }),
  )

const choice = z.object({ id, title: maybeText, description: maybeText })
const flow = z.object({ name: maybeText, body: maybeText, response_json: maybeText })

const interactive: Readonly<Record<string, Reader>> = {
  button_reply: by(choice, ({ id, title }) => ({ type: 'buttonReply', id, title })),
  list_reply: by(choice, (reply) => ({ type: 'listReply', ...reply })),
  nfm_reply: by(flow, ({ name, body, response_json }) => ({
    type: 'flowReply',
    name,
    body,
    responseJson: response_json,
  })),
}

// An order is read whole or not at all: with a line left out it would be another one.
const orderItem = z
  .object({
    product_retailer_id: id,
    quantity: numeric.refine((pieces) => Number.isSafeInteger(pieces)),
    item_price: z
      .union([z.number().transform(String), z.string().regex(/^\d+(\.\d+)?$/)])
      .nullable()
      .catch(null),
    currency: maybeText,
  })
  .transform(
    ({ product_retailer_id, quantity, item_price, currency }): OrderItem => ({
      product: product_retailer_id,
      quantity,
      price: item_price,
      currency,
    }),
  )

const readers: Readonly<Record<string, Reader>> = {
  text: by(z.object({ body: z.string() }), ({ body }) => ({ type: 'text', body })),
  image: media('image'),
  video: media('video'),
  document: media('document'),
  audio: media('audio'),
  sticker: media('sticker'),
  location: by(
    z.object({
      latitude: numeric,
      longitude: numeric,
      name: maybeText,
      address: maybeText,
      url: maybeText,
    }),
    (body) => ({ type: 'location', ...body }),
  ),
  contacts: by(z.array(z.unknown()), (contacts) => ({
    type: 'contacts',
    contacts: contacts.flatMap((raw) => sharedContact(raw) ?? []),
  })),
  interactive: by(z.looseObject({ type: z.string() }), (body) =>
    Object.hasOwn(interactive, body.type)
      ? interactive[body.type]?.(body[body.type], body)
      : undefined,
  ),
  button: by(z.object({ payload: maybeText, text: maybeText }), (body) => ({
    type: 'button',
    ...body,
  })),
  // A removal leaves the emoji out, or leaves it empty.
  reaction: by(z.object({ message_id: id, emoji: maybeText }), ({ message_id, emoji }) => ({
    type: 'reaction',
    messageId: message_id,
    emoji,
  })),
  order: by(
    z.object({ catalog_id: maybeId, text: maybeText, product_items: z.array(orderItem) }),
    ({ catalog_id, text, product_items }) => ({
      type: 'order',
      catalogId: catalog_id,
      text,
      items: product_items,
    }),
  ),
  system: by(z.object({ type: maybeText, body: maybeText }), ({ type, body }) => ({
    type: 'system',
    kind: type,
    body,
  })),
  unsupported: (_body, message) => ({
    type: 'unsupported',
    errors: platformErrors(message.errors),
  }),
  media_placeholder: () => ({ type: 'placeholder' }),
}

const sharedContactSchema = z.object({
  name: z.object({ formatted_name: maybeText }).catch({ formatted_name: null }),
  phones: list,
  origin: maybeText,
  vcard: maybeText,
})

const sharedPhoneSchema = z.object({ phone: maybeText, wa_id: maybeId, type: maybeText })

function sharedContact(raw: unknown): SharedContact | undefined {
  const result = sharedContactSchema.safeParse(raw)
  if (!result.success) return undefined
  const { name, phones, origin, vcard } = result.data
  return {
    name: name.formatted_name,
    phones: phones.flatMap((each) => {
      const phone = sharedPhoneSchema.safeParse(each)
      if (!phone.success) return []
      return [{ phone: phone.data.phone, waId: phone.data.wa_id, kind: phone.data.type }]
    }),
    origin,
    vcard,
  }
}

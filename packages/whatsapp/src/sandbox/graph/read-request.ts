import { z } from 'zod'
import { Refusal } from './refusals.ts'
import type { InteractiveRequest, ReadMark, SendRequest, TemplateRequest } from './send-request.ts'

const text = (most: number) => z.string().min(1).max(most)
const link = z.url({ protocol: /^https?$/ })
const source = z.union([z.object({ id: text(64) }), z.object({ link })])
const captioned = source.and(z.object({ caption: text(1024).optional() }))

const header = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: text(60) }),
  z.object({ type: z.literal('image'), image: source }),
  z.object({ type: z.literal('video'), video: source }),
  z.object({ type: z.literal('document'), document: source }),
])
const around = {
  header: header.optional(),
  body: z.object({ text: text(1024) }),
  footer: z.object({ text: text(60) }).optional(),
}
const row = z.object({ id: text(200), title: text(24), description: text(72).optional() })

const interactive: z.ZodType<InteractiveRequest> = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('button'),
    ...around,
    action: z.object({
      buttons: z
        .array(
          z.object({
            type: z.literal('reply'),
            reply: z.object({ id: text(256), title: text(20) }),
          }),
        )
        .min(1)
        .max(3),
    }),
  }),
  z.object({
    type: z.literal('list'),
    ...around,
    action: z.object({
      button: text(20),
      sections: z
        .array(z.object({ title: text(24).optional(), rows: z.array(row).min(1) }))
        .min(1)
        .max(10)
        .refine((sections) => sections.flatMap(({ rows }) => rows).length <= 10, 'at most 10 rows'),
    }),
  }),
  z.object({
    type: z.literal('flow'),
    ...around,
    action: z.object({
      name: z.literal('flow'),
      parameters: z.looseObject({
        flow_message_version: z.string(),
        flow_id: text(64),
        flow_cta: text(30),
      }),
    }),
  }),
])

const component = z.looseObject({
  type: z.string().transform((type) => type.toLowerCase()),
  sub_type: z.string().optional(),
  index: z.coerce.number().optional(),
  parameters: z.array(z.looseObject({ type: z.string() })).default([]),
})

const template: z.ZodType<TemplateRequest> = z.object({
  name: text(512),
  language: z.object({ code: text(16) }),
  components: z.array(component).default([]),
})

const contact = z.object({
  name: z.object({ formatted_name: text(1024) }),
  phones: z.array(z.object({ phone: z.string().optional() })).optional(),
})

const bodies = {
  text: z.object({ body: text(4096), preview_url: z.boolean().optional() }),
  image: captioned,
  video: captioned,
  document: captioned.and(z.object({ filename: text(240).optional() })),
  audio: source.and(z.object({ voice: z.boolean().optional() })),
  sticker: source,
  location: z.object({
    latitude: z.coerce.number().min(-90).max(90),
    longitude: z.coerce.number().min(-180).max(180),
    name: z.string().optional(),
    address: z.string().optional(),
  }),
  contacts: z.array(contact).min(1),
  interactive,
  template,
  reaction: z.object({ message_id: text(512), emoji: z.string().max(32) }),
}

const common = {
  messaging_product: z.literal('whatsapp'),
  to: z.string().optional(),
  recipient: z.string().optional(),
  recipient_type: z.literal('individual').default('individual'),
  context: z.object({ message_id: text(512) }).optional(),
  biz_opaque_callback_data: z.string().max(512).optional(),
}

const sendRequest: z.ZodType<SendRequest> = z.discriminatedUnion('type', [
  z.object({ ...common, type: z.literal('text'), text: bodies.text }),
  z.object({ ...common, type: z.literal('image'), image: bodies.image }),
  z.object({ ...common, type: z.literal('video'), video: bodies.video }),
  z.object({ ...common, type: z.literal('document'), document: bodies.document }),
  z.object({ ...common, type: z.literal('audio'), audio: bodies.audio }),
  z.object({ ...common, type: z.literal('sticker'), sticker: bodies.sticker }),
  z.object({ ...common, type: z.literal('location'), location: bodies.location }),
  z.object({ ...common, type: z.literal('contacts'), contacts: bodies.contacts }),
  z.object({ ...common, type: z.literal('interactive'), interactive: bodies.interactive }),
  z.object({ ...common, type: z.literal('template'), template: bodies.template }),
  z.object({ ...common, type: z.literal('reaction'), reaction: bodies.reaction }),
])

const readMark: z.ZodType<ReadMark> = z.object({
  messaging_product: z.literal('whatsapp'),
  status: z.literal('read'),
  message_id: text(512),
  typing_indicator: z.object({ type: z.literal('text') }).optional(),
})

/** Reads the body of `POST …/messages`; what is malformed is refused with code 100, as the Graph API does. */
export function messageRequestOf(body: unknown): SendRequest | ReadMark {
  const isMark = typeof body === 'object' && body !== null && 'status' in body
  // Text is what a message is where its type is left out.
  const given =
    typeof body === 'object' && body !== null && !('type' in body)
      ? { type: 'text', ...body }
      : body
  const result = isMark ? readMark.safeParse(body) : sendRequest.safeParse(given)
  if (!result.success) {
    const [issue] = result.error.issues
    throw new Refusal(100, `Parameter ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`)
  }
  if (
    'type' in result.data &&
    result.data.to === undefined &&
    result.data.recipient === undefined
  ) {
    throw new Refusal(100, 'Parameter to: required')
  }
  return result.data
}

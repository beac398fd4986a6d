import { z } from 'zod'
import { Refusal } from '../graph/refusals.ts'
import type { KnownTemplate, SandboxTemplate, TemplateButton, TemplateHeader } from './template.ts'

/** A template as the Graph API lists it. */
export function wireTemplate({ id, definition, status }: KnownTemplate): unknown {
  const { name, language, category, header, body, buttons = [] } = definition
  return {
    id,
    name,
    language,
    category: category.toUpperCase(),
    status,
    parameter_format: /\{\{\D/.test(body) ? 'NAMED' : 'POSITIONAL',
    components: [
      ...(header === undefined ? [] : [wireHeader(header)]),
      { type: 'BODY', text: body },
      ...(buttons.length === 0 ? [] : [{ type: 'BUTTONS', buttons: buttons.map(wireButton) }]),
    ],
  }
}

function wireHeader(header: TemplateHeader): unknown {
  return typeof header === 'object'
    ? { type: 'HEADER', format: 'TEXT', text: header.text }
    : { type: 'HEADER', format: header.toUpperCase() }
}

function wireButton(button: TemplateButton): unknown {
  if ('quickReply' in button) return { type: 'QUICK_REPLY', text: button.quickReply }
  if ('url' in button) return { type: 'URL', text: 'Open', url: button.url }
  if ('phone' in button) return { type: 'PHONE_NUMBER', text: 'Call', phone_number: button.phone }
  if ('flow' in button) return { type: 'FLOW', text: button.flow }
  return 'copyCode' in button ? { type: 'COPY_CODE' } : { type: 'OTP', otp_type: 'COPY_CODE' }
}

const upper = z.string().transform((text) => text.toUpperCase())

const buttonSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('QUICK_REPLY'), text: z.string() }),
  z.object({ type: z.literal('URL'), url: z.string() }),
  z.object({ type: z.literal('PHONE_NUMBER'), phone_number: z.string() }),
  z.object({ type: z.literal('FLOW'), text: z.string() }),
  z.object({ type: z.literal('COPY_CODE') }),
  z.object({ type: z.literal('OTP') }),
])

const templateSchema = z.object({
  name: z.string().regex(/^[a-z0-9_]{1,512}$/),
  language: z.string().min(2),
  category: upper.pipe(z.enum(['MARKETING', 'UTILITY', 'AUTHENTICATION'])),
  components: z.array(
    z.object({
      type: upper,
      format: upper.optional(),
      text: z.string().optional(),
      buttons: z.array(buttonSchema).optional(),
    }),
  ),
})

const categories = {
  MARKETING: 'marketing',
  UTILITY: 'utility',
  AUTHENTICATION: 'authentication',
} as const

/** Reads the body of `POST …/message_templates`. */
export function templateOf(body: unknown): SandboxTemplate {
  const result = templateSchema.safeParse(body)
  if (!result.success) {
    throw new Refusal(100, `Parameter ${result.error.issues[0]?.path.join('.') ?? ''}: not valid`)
  }
  const { name, language, category, components } = result.data
  const part = (type: string) => components.find((component) => component.type === type)
  const header = part('HEADER')
  return {
    name,
    language,
    category: categories[category],
    header: header === undefined ? undefined : headerOf(header.format, header.text),
    body: part('BODY')?.text ?? '',
    buttons: part('BUTTONS')?.buttons?.map(buttonOf),
  }
}

function headerOf(format: string | undefined, text: string | undefined): TemplateHeader {
  if (text !== undefined) return { text }
  const known = (['image', 'video', 'document', 'location'] as const).find(
    (each) => each.toUpperCase() === format,
  )
  if (known === undefined) throw new Refusal(100, 'Parameter components.format: not valid')
  return known
}

function buttonOf(button: z.infer<typeof buttonSchema>): TemplateButton {
  switch (button.type) {
    case 'QUICK_REPLY':
      return { quickReply: button.text }
    case 'URL':
      return { url: button.url }
    case 'PHONE_NUMBER':
      return { phone: button.phone_number }
    case 'FLOW':
      return { flow: button.text }
    case 'COPY_CODE':
      return { copyCode: true }
    case 'OTP':
      return { oneTimeCode: true }
  }
}

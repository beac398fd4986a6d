import { z } from 'zod'
import { countWithin, invalid, textWithin } from './limits.ts'
import { wireSource } from './media.ts'
import type { WhatsAppMessage } from './message.ts'
import { wirePlace } from './place.ts'
import type {
  TemplateArguments,
  TemplateButton,
  TemplateDefinition,
  TemplateHeader,
} from './template-definition.ts'

/** Makes messages of one template. */
export type Template<D extends TemplateDefinition> = (
  ...values: TemplateArguments<D>
) => WhatsAppMessage

// The compiler checked the values for those who use it; a call from JavaScript is checked here.
const texts = z.record(z.string(), z.string())
const given = z.strictObject({
  body: texts.default({}),
  header: z.unknown().optional(),
  buttons: z.array(z.string().nullable()).default([]),
})
const source = z.object({ id: z.string().optional(), link: z.string().optional() })
const place = z.object({
  latitude: z.number(),
  longitude: z.number(),
  name: z.string().optional(),
  address: z.string().optional(),
})

/**
 * Describes a template as it was approved, once; then the compiler asks for its parameters by name.
 *
 * @example
 * ```ts
 * import { defineTemplate } from '@langganan/whatsapp/outbound'
 *
 * const ready = defineTemplate({
 *   name: 'order_ready',
 *   language: 'id',
 *   category: 'utility',
 *   body: 'Halo {{name}}, pesanan {{order}} sudah siap.',
 * })
 * const message = ready({ body: { name: 'Sari', order: 'INV-1' } })
 * ```
 *
 * @throws LanggananError `INVALID_INPUT`, also when a message is made of a value that WhatsApp refuses
 */
export function defineTemplate<const D extends TemplateDefinition>(definition: D): Template<D> {
  const { name, language, category } = definition
  if (!/^[a-z0-9_]{1,512}$/.test(name)) {
    throw invalid('name', 'Expected small letters, digits and underscores.')
  }
  return (...[values = {}]: readonly unknown[]) => {
    const { body, header, buttons } = checkedValue(given, '', values)
    return {
      form: 'template',
      purpose: category === 'marketing' ? 'marketing' : 'service',
      type: 'template',
      content: {
        name,
        language: { policy: 'deterministic', code: language },
        components: [
          ...headerComponent(definition.header, header),
          ...textComponent('body', definition.body, body),
          ...(definition.buttons ?? []).flatMap((button, i) =>
            buttonComponent(button, i, buttons[i] ?? null),
          ),
        ],
      },
    }
  }
}

function checkedValue<T>(schema: z.ZodType<T>, field: string, value: unknown): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw invalid(
    [field, ...(issue?.path ?? [])].filter((part) => part !== '').join('.'),
    'Expected the values of the template.',
  )
}

function headerComponent(header: TemplateHeader | undefined, value: unknown): unknown[] {
  if (header === undefined) return []
  if (typeof header === 'object') {
    return textComponent('header', header.text, checkedValue(texts, 'header', value ?? {}))
  }
  const wire =
    header === 'location'
      ? wirePlace('header.', checkedValue(place, 'header', value))
      : wireSource(checkedValue(source, 'header', value), 'header.')
  return [{ type: 'header', parameters: [{ type: header, [header]: wire }] }]
}

function textComponent(
  part: 'header' | 'body',
  text: string,
  values: Readonly<Record<string, string>>,
): unknown[] {
  const names = parameterNames(text)
  if (names.length === 0) return []
  const parameters = names.map((name) => {
    const value = parameterText(`${part}.${name}`, values[name])
    // Numbered parameters go by their place, named ones by their name.
    return /^\d+$/.test(name)
      ? { type: 'text', text: value }
      : { type: 'text', parameter_name: name, text: value }
  })
  return [{ type: part, parameters }]
}

/** The parameters of a text, each once: numbers in their order, names as they come. */
function parameterNames(text: string): string[] {
  const names = new Set([...text.matchAll(/\{\{([^{}]+)\}\}/g)].map(([, name = '']) => name))
  return [...names].sort((a, b) => (/^\d+$/.test(a) && /^\d+$/.test(b) ? Number(a) - Number(b) : 0))
}

function buttonComponent(button: TemplateButton, index: number, value: string | null): unknown[] {
  const [type, parameter] = buttonParameter(button, `buttons[${index}]`, value)
  if (parameter === undefined) return []
  return [{ type: 'button', sub_type: type, index: String(index), parameters: [parameter] }]
}

function buttonParameter(
  button: TemplateButton,
  field: string,
  value: string | null,
): readonly [type: string, parameter: unknown] {
  if ('quickReply' in button) {
    return ['quick_reply', value === null ? undefined : { type: 'payload', payload: value }]
  }
  if ('url' in button) {
    if (parameterNames(button.url).length === 0) return ['url', undefined]
    return ['url', { type: 'text', text: parameterText(field, value ?? undefined) }]
  }
  if ('copyCode' in button) {
    const code = textWithin(field, value ?? '', 20)
    return ['copy_code', { type: 'coupon_code', coupon_code: code }]
  }
  if ('oneTimeCode' in button) {
    return ['url', { type: 'text', text: textWithin(field, value ?? '', 15) }]
  }
  if ('flow' in button && value !== null) {
    return ['flow', { type: 'action', action: { flow_token: value } }]
  }
  return ['', undefined]
}

/** WhatsApp refuses line breaks, tabs and more than four spaces in a row inside a parameter. */
function parameterText(field: string, value: string | undefined): string {
  if (value === undefined) throw invalid(field, 'Expected a value for this parameter.')
  countWithin(field, [...value].length, 1, 1024)
  if (/[\n\r\t]| {5}/.test(value)) {
    throw invalid(field, 'Expected no line break, tab or more than four spaces in a row.')
  }
  return value
}

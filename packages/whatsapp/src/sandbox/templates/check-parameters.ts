import { Refusal } from '../graph/refusals.ts'
import type { TemplateComponent, TemplateRequest } from '../graph/send-request.ts'
import {
  filledIn,
  parametersIn,
  type SandboxTemplate,
  type TemplateButton,
  type TemplateHeader,
} from './template.ts'

/** A template as the person sees it. */
export interface ShownTemplate {
  readonly text: string
  readonly buttons: readonly ShownButton[]
}

/** A button that answers, or only opens something. */
export interface ShownButton {
  readonly title: string
  /** What comes back when it is pressed, null where nothing does. */
  readonly payload: string | null
}

/** Refuses parameters that are not those of the template: 132000, 132012, 132018, 131008. */
export function shownTemplate(
  { header, body, buttons = [] }: SandboxTemplate,
  { components }: TemplateRequest,
): ShownTemplate {
  const heading = header === undefined ? '' : shownHeader(header, partOf(components, 'header'))
  const text = shownText(body, partOf(components, 'body'))
  const strange = components.find(({ type }) => !['header', 'body', 'button'].includes(type))
  if (strange !== undefined) throw new Refusal(100, 'Parameter template.components: unknown type')
  if (header === undefined && partOf(components, 'header') !== undefined) {
    throw new Refusal(132000, 'header: expected no parameters')
  }
  return {
    text: heading === '' ? text : `${heading}\n${text}`,
    buttons: buttons.map((button, i) => shownButton(button, i, components)),
  }
}

function partOf(components: readonly TemplateComponent[], type: string) {
  return components.find((component) => component.type === type)
}

function shownHeader(header: TemplateHeader, given: TemplateComponent | undefined): string {
  if (typeof header === 'object') return shownText(header.text, given)
  const [parameter, ...more] = given?.parameters ?? []
  if (parameter === undefined || more.length > 0) {
    throw new Refusal(132000, `header: expected one parameter of format ${header}`)
  }
  if (parameter.type !== header || typeof parameter[header] !== 'object') {
    throw new Refusal(132012, `header: expected format ${header}`)
  }
  return ''
}

function shownText(text: string, given: TemplateComponent | undefined): string {
  const names = parametersIn(text)
  const parameters = given?.parameters ?? []
  if (parameters.length !== names.length) {
    throw new Refusal(132000, `expected ${names.length} parameters, got ${parameters.length}`)
  }
  const values = new Map<string, string>()
  for (const [i, parameter] of parameters.entries()) {
    const { type, text: value, parameter_name: named } = parameter
    if (type !== 'text' || typeof value !== 'string' || value === '') {
      throw new Refusal(132012, 'expected a text')
    }
    if (/[\n\r\t]| {5}/.test(value)) throw new Refusal(132018, 'line breaks, tabs or many spaces')
    values.set(typeof named === 'string' ? named : String(i + 1), value)
  }
  if (names.some((name) => !values.has(name))) {
    throw new Refusal(132012, 'parameter names are not those of the template')
  }
  return filledIn(text, values)
}

function shownButton(
  button: TemplateButton,
  index: number,
  components: readonly TemplateComponent[],
): ShownButton {
  const given = components.find(({ type, index: at }) => type === 'button' && at === index)
  const parameter = given?.parameters[0]
  if ('quickReply' in button) {
    const payload = parameter?.payload
    return {
      title: button.quickReply,
      payload: typeof payload === 'string' ? payload : button.quickReply,
    }
  }
  const needed = neededBy(button)
  if (needed !== undefined && typeof parameter?.[needed] !== 'string') {
    throw new Refusal(131008, `button at index ${index} requires a parameter`)
  }
  return { title: titleOf(button), payload: null }
}

function neededBy(button: TemplateButton): string | undefined {
  if ('copyCode' in button) return 'coupon_code'
  if ('oneTimeCode' in button) return 'text'
  return 'url' in button && parametersIn(button.url).length > 0 ? 'text' : undefined
}

function titleOf(button: TemplateButton): string {
  if ('url' in button) return button.url
  if ('phone' in button) return button.phone
  return 'flow' in button ? button.flow : 'Copy code'
}

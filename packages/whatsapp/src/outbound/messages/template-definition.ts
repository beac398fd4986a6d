import type { MediaSource } from './media.ts'
import type { Place } from './place.ts'

/** A message template as it was approved, as far as sending needs it. */
export interface TemplateDefinition {
  readonly name: string
  /** Such as `id` or `en_US`. */
  readonly language: string
  readonly category: 'marketing' | 'utility' | 'authentication'
  readonly header?: TemplateHeader
  /** The approved text, with its parameters: `Halo {{name}}` or `Halo {{1}}`. */
  readonly body: string
  readonly buttons?: readonly TemplateButton[]
}

export type TemplateHeader = { readonly text: string } | 'image' | 'video' | 'document' | 'location'

export type TemplateButton =
  /** Its text; a payload can be given along, which comes back when it is pressed. */
  | { readonly quickReply: string }
  /** A link; what stands for `{{1}}` at its end is a parameter. */
  | { readonly url: string }
  | { readonly phone: string }
  /** Copies a coupon code. */
  | { readonly copyCode: true }
  /** Copies or fills in the code of an authentication template. */
  | { readonly oneTimeCode: true }
  /** Opens a form. */
  | { readonly flow: string }

/** The parameters of a text: `'name' | 'order'` of `Halo {{name}}, {{order}}`. */
export type ParameterNames<Text extends string> =
  Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | ParameterNames<Rest> : never

/** What a definition needs before it can be sent. */
export type TemplateValues<D extends TemplateDefinition> = NamedValues<'body', D['body']> &
  HeaderValues<D['header']> &
  ButtonsValues<D['buttons']>

/** Nothing to fill in makes no argument. */
export type TemplateArguments<D extends TemplateDefinition> =
  unknown extends TemplateValues<D>
    ? []
    : Record<never, never> extends TemplateValues<D>
      ? [values?: TemplateValues<D>]
      : [values: TemplateValues<D>]

type NamedValues<Part extends string, Text extends string> = [ParameterNames<Text>] extends [never]
  ? unknown
  : { readonly [P in Part]: { readonly [Name in ParameterNames<Text>]: string } }

type HeaderValues<Header> = Header extends { readonly text: infer Text extends string }
  ? NamedValues<'header', Text>
  : Header extends 'image' | 'video' | 'document'
    ? { readonly header: MediaSource }
    : Header extends 'location'
      ? { readonly header: Place }
      : unknown

type ButtonsValues<Buttons> = Buttons extends readonly TemplateButton[]
  ? Buttons[number] extends PlainButton<Buttons[number]>
    ? { readonly buttons?: ButtonList<Buttons> }
    : { readonly buttons: ButtonList<Buttons> }
  : unknown

type ButtonList<Buttons extends readonly TemplateButton[]> = {
  readonly [I in keyof Buttons]: Buttons[I] extends PlainButton<Buttons[I]> ? string | null : string
}

/** The button itself where it can be sent without a value. */
type PlainButton<Button> = Button extends
  | { readonly url: `${string}{{${string}}}${string}` }
  | { readonly copyCode: true }
  | { readonly oneTimeCode: true }
  ? never
  : Button

/** A template of the account, as it was approved. */
export interface SandboxTemplate {
  readonly name: string
  readonly language: string
  readonly category: TemplateCategory
  readonly header?: TemplateHeader | undefined
  readonly body: string
  readonly buttons?: readonly TemplateButton[] | undefined
  /** `APPROVED` unless given. */
  readonly status?: TemplateStatus | undefined
}

export type TemplateCategory = 'marketing' | 'utility' | 'authentication'
export type TemplateStatus = 'APPROVED' | 'PENDING' | 'REJECTED' | 'PAUSED' | 'DISABLED'
export type TemplateHeader = { readonly text: string } | 'image' | 'video' | 'document' | 'location'
export type TemplateButton =
  | { readonly quickReply: string }
  | { readonly url: string }
  | { readonly phone: string }
  | { readonly copyCode: true }
  | { readonly oneTimeCode: true }
  | { readonly flow: string }

/** A template of the account, as it is now. */
export interface KnownTemplate {
  readonly id: string
  readonly definition: SandboxTemplate
  status: TemplateStatus
}

/** The parameters of a text, each once. */
export function parametersIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{(.+?)\}\}/g)].map((match) => match[1] ?? ''))]
}

/** The text with its parameters filled in. */
export function filledIn(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(/\{\{(.+?)\}\}/g, (_, name: string) => values.get(name) ?? '')
}

import type { SendRequest } from './graph/send-request.ts'
import type { ShownTemplate } from './templates/check-parameters.ts'
import type { TemplateCategory } from './templates/template.ts'

/** One send that reached the sandbox, well-formed; the judge of what should not have been sent. */
export interface Sent {
  readonly at: number
  /** The id of the business number. */
  readonly number: string
  /** The phone or the user id that it was addressed to, as it was written. */
  readonly address: string
  /** The key of the person whom the address belongs to, undefined where nobody has it. */
  readonly person: string | undefined
  readonly type: string
  /** What stands under its type in the request. */
  readonly content: unknown
  readonly template: string | undefined
  readonly category: TemplateCategory | undefined
  /** The sender's own reference, `biz_opaque_callback_data`. */
  readonly reference: string | undefined
  /** The id of the message, undefined where the answer refused it. */
  readonly messageId: string | undefined
  /** The code that it was refused with, in the answer or by a status. */
  readonly refusal: number | undefined
  /** Whether the person's window was open. */
  readonly windowWasOpen: boolean
  /** Whether the person had stopped marketing messages of this number. */
  readonly marketingWasStopped: boolean
  /** Whether the person had blocked the number. */
  readonly wasBlocked: boolean
}

/** What can be pressed on a message. */
export interface Pressable {
  readonly id: string
  readonly title: string
  readonly isOfTemplate: boolean
}

interface Shown {
  readonly buttons: readonly Pressable[]
  readonly rows: readonly { readonly id: string; readonly title: string }[]
}

/** All that was sent, in order, and what its messages showed. */
export class Sends {
  readonly all: Sent[] = []
  readonly #shown = new Map<string, Shown>()

  button(messageId: string, title: string): Pressable | undefined {
    return this.#shown.get(messageId)?.buttons.find((button) => button.title === title)
  }

  row(messageId: string, title: string): { id: string; title: string } | undefined {
    return this.#shown.get(messageId)?.rows.find((row) => row.title === title)
  }

  show(messageId: string, request: SendRequest, template: ShownTemplate | undefined): Shown {
    const shown = { buttons: buttonsOf(request, template), rows: rowsOf(request) }
    this.#shown.set(messageId, shown)
    return shown
  }
}

function buttonsOf(request: SendRequest, template: ShownTemplate | undefined): Pressable[] {
  if (template !== undefined) {
    return template.buttons.flatMap(({ title, payload }) =>
      payload === null ? [] : [{ id: payload, title, isOfTemplate: true }],
    )
  }
  if (request.type !== 'interactive' || request.interactive.type !== 'button') return []
  return request.interactive.action.buttons.map(({ reply }) => ({ ...reply, isOfTemplate: false }))
}

function rowsOf(request: SendRequest) {
  if (request.type !== 'interactive' || request.interactive.type !== 'list') return []
  return request.interactive.action.sections.flatMap(({ rows }) => rows)
}

/** What is to be read of a message. */
export function textOf(request: SendRequest, template: ShownTemplate | undefined): string {
  if (template !== undefined) return template.text
  if (request.type === 'text') return request.text.body
  if (request.type === 'interactive') return request.interactive.body.text
  if (request.type === 'image') return request.image.caption ?? ''
  if (request.type === 'video') return request.video.caption ?? ''
  return request.type === 'document' ? (request.document.caption ?? '') : ''
}

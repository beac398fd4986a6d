/** A message as it is sent, by the body of `POST …/messages`. */
export type SendRequest = SendRequestCommon &
  (
    | { readonly type: 'text'; readonly text: { readonly body: string } }
    | { readonly type: 'image'; readonly image: CaptionedRequest }
    | { readonly type: 'video'; readonly video: CaptionedRequest }
    | { readonly type: 'document'; readonly document: CaptionedRequest }
    | { readonly type: 'audio'; readonly audio: { readonly voice?: boolean | undefined } }
    | { readonly type: 'sticker'; readonly sticker: unknown }
    | { readonly type: 'location'; readonly location: unknown }
    | { readonly type: 'contacts'; readonly contacts: unknown }
    | { readonly type: 'interactive'; readonly interactive: InteractiveRequest }
    | { readonly type: 'template'; readonly template: TemplateRequest }
    | { readonly type: 'reaction'; readonly reaction: unknown }
  )

interface SendRequestCommon {
  readonly to?: string | undefined
  readonly recipient?: string | undefined
  readonly biz_opaque_callback_data?: string | undefined
}

interface CaptionedRequest {
  readonly caption?: string | undefined
}

export type InteractiveRequest = { readonly body: { readonly text: string } } & (
  | {
      readonly type: 'button'
      readonly action: {
        readonly buttons: readonly {
          readonly reply: { readonly id: string; readonly title: string }
        }[]
      }
    }
  | {
      readonly type: 'list'
      readonly action: { readonly sections: readonly { readonly rows: readonly RequestedRow[] }[] }
    }
  | { readonly type: 'flow' }
)

export interface RequestedRow {
  readonly id: string
  readonly title: string
  readonly description?: string | undefined
}

export interface TemplateRequest {
  readonly name: string
  readonly language: { readonly code: string }
  readonly components: readonly TemplateComponent[]
}

export interface TemplateComponent {
  /** In small letters. */
  readonly type: string
  /** Of a button. */
  readonly index?: number | undefined
  readonly parameters: readonly TemplateParameter[]
}

export interface TemplateParameter {
  readonly type: string
  readonly [value: string]: unknown
}

/** The mark that a message of a person was read. */
export interface ReadMark {
  readonly status: 'read'
  readonly message_id: string
}

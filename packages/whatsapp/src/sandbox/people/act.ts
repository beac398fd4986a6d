/** What a person does, to the business number that it is done to. */
export type PersonAct = (
  | {
      readonly act: 'write'
      readonly text: string
      readonly replyTo?: string | undefined
      /** The advertisement or post that brought the person. */
      readonly referral?: SandboxReferral | undefined
    }
  | {
      readonly act: 'sendMedia'
      readonly type: 'image' | 'video' | 'document' | 'audio' | 'sticker'
      readonly file: SandboxFile
      readonly caption?: string | undefined
    }
  | { readonly act: 'shareLocation'; readonly latitude: number; readonly longitude: number }
  | { readonly act: 'shareContact'; readonly name: string; readonly phone: string }
  /** Without an emoji it is taken away. */
  | { readonly act: 'react'; readonly messageId: string; readonly emoji?: string | undefined }
  /** A button of a message, by its title. */
  | { readonly act: 'press'; readonly messageId: string; readonly button: string }
  /** A row of a list, by its title. */
  | { readonly act: 'choose'; readonly messageId: string; readonly row: string }
  | {
      readonly act: 'submitForm'
      readonly messageId: string
      readonly answers: Readonly<Record<string, unknown>>
    }
  | {
      readonly act: 'order'
      readonly catalogId: string
      readonly items: readonly OrderedItem[]
      readonly text?: string | undefined
    }
  | { readonly act: 'call' }
  | { readonly act: 'stopMarketing' }
  | { readonly act: 'resumeMarketing' }
  /** What is sent to somebody who blocked the number is accepted and never arrives. */
  | { readonly act: 'block' }
  | { readonly act: 'unblock' }
  | { readonly act: 'changeNumber'; readonly phone: string }
  /** From then on only the user id is told. */
  | { readonly act: 'hidePhone' }
  | { readonly act: 'showPhone' }
  /** Leaves WhatsApp: nothing can be delivered any more. */
  | { readonly act: 'leave' }
) & {
  /** The id of the business number: the one that was answered, or the first. */
  readonly to?: string | undefined
}

export interface SandboxReferral {
  readonly sourceType: 'ad' | 'post'
  readonly sourceId: string
  readonly headline?: string | undefined
  /** What the platform knows the click by. */
  readonly clickId?: string | undefined
}

export interface SandboxFile {
  readonly mimeType: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly filename?: string | undefined
}

export interface OrderedItem {
  readonly product: string
  readonly quantity: number
  /** In units of the currency. */
  readonly price: number
  /** ISO 4217. */
  readonly currency: string
}

/** A message as it reached a person. */
export interface ReceivedMessage {
  readonly id: string
  /** When it was delivered, in epoch milliseconds. */
  readonly at: number
  /** The id of the business number. */
  readonly from: string
  /** `text`, `image`, `template`, … */
  readonly type: string
  /** What is to be read of it; of a template with its parameters filled in. */
  readonly text: string
  /** Titles of the buttons that answer. */
  readonly buttons: readonly string[]
  /** Titles of the rows of its list. */
  readonly rows: readonly string[]
  /** The name of the template. */
  readonly template: string | undefined
  /** What the shop sent. */
  readonly content: unknown
}

/**
 * How a person behaves: what comes of a message that arrives. It is to depend on nothing but the message
 * and those before it, so that the same run gives the same again.
 */
export type Script = (
  message: ReceivedMessage,
  before: readonly ReceivedMessage[],
) => readonly ScriptedAct[]

/** Something that a person does, so many milliseconds after the message arrived: 5,000 unless given. */
export type ScriptedAct = PersonAct & { readonly after?: number | undefined }

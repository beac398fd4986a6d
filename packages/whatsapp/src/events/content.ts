/** What a message holds. */
export type MessageContent =
  | TextContent
  | MediaContent
  | LocationContent
  | ContactsContent
  | ButtonReplyContent
  | ListReplyContent
  | FlowReplyContent
  | TemplateButtonContent
  | ReactionContent
  | OrderContent
  | SystemContent
  | UnsupportedContent
  | PlaceholderContent
  | UnknownContent

export interface TextContent {
  readonly type: 'text'
  readonly body: string
}

export type MediaType = 'image' | 'video' | 'document' | 'audio' | 'sticker'

export interface MediaContent {
  readonly type: MediaType
  /** What the media is fetched by. */
  readonly mediaId: string | null
  readonly mimeType: string | null
  readonly sha256: string | null
  readonly url: string | null
  readonly caption: string | null
  readonly filename: string | null
  /** Of audio: whether it was spoken into the chat. */
  readonly isVoice: boolean
  /** Of a sticker. */
  readonly isAnimated: boolean
}

export interface LocationContent {
  readonly type: 'location'
  /** Degrees, north and east above zero. */
  readonly latitude: number
  readonly longitude: number
  readonly name: string | null
  readonly address: string | null
  readonly url: string | null
}

export interface ContactsContent {
  readonly type: 'contacts'
  readonly contacts: readonly SharedContact[]
}

/** Somebody whom the sender knows: no customer of the shop by that alone. */
export interface SharedContact {
  readonly name: string | null
  readonly phones: readonly SharedPhone[]
  readonly origin: string | null
  readonly vcard: string | null
}

export interface SharedPhone {
  /** As the sender's address book writes it. */
  readonly phone: string | null
  readonly waId: string | null
  readonly kind: string | null
}

/** A button of the shop's own interactive message that was pressed. */
export interface ButtonReplyContent {
  readonly type: 'buttonReply'
  readonly id: string
  readonly title: string | null
}

export interface ListReplyContent {
  readonly type: 'listReply'
  readonly id: string
  readonly title: string | null
  readonly description: string | null
}

/** A WhatsApp form that was filled in. */
export interface FlowReplyContent {
  readonly type: 'flowReply'
  readonly name: string | null
  readonly body: string | null
  /** The answers, as JSON text that nobody looked at yet. */
  readonly responseJson: string | null
}

/** A quick reply button of a template that was pressed. */
export interface TemplateButtonContent {
  readonly type: 'button'
  readonly payload: string | null
  readonly text: string | null
}

export interface ReactionContent {
  readonly type: 'reaction'
  /** The message that it is put on. */
  readonly messageId: string
  /** Null where it was taken away. */
  readonly emoji: string | null
}

export interface OrderContent {
  readonly type: 'order'
  readonly catalogId: string | null
  readonly text: string | null
  readonly items: readonly OrderItem[]
}

export interface OrderItem {
  /** The shop's own number of the product. */
  readonly product: string
  readonly quantity: number
  /** Of one piece, as decimal text in units of the currency; null where it is no number. */
  readonly price: string | null
  /** ISO 4217. */
  readonly currency: string | null
}

/** Something that WhatsApp itself says in a chat; changes of number and user id are events of their own. */
export interface SystemContent {
  readonly type: 'system'
  readonly kind: string | null
  readonly body: string | null
}

/** A message that WhatsApp does not hand on, such as a poll. */
export interface UnsupportedContent {
  readonly type: 'unsupported'
  readonly errors: readonly PlatformError[]
}

/** Media of the history, told of before its own event comes. */
export interface PlaceholderContent {
  readonly type: 'placeholder'
}

/** A type of message that this package does not know, or whose body is not there. */
export interface UnknownContent {
  readonly type: 'unknown'
  /** What WhatsApp calls it. */
  readonly of: string
}

/** An error that WhatsApp tells of. */
export interface PlatformError {
  readonly code: number | null
  readonly title: string | null
  readonly message: string | null
  readonly details: string | null
  readonly href: string | null
}

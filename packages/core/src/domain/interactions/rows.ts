export type InteractionKind = 'chat' | 'email' | 'form' | 'pageView' | 'search' | 'call'
export type Direction = 'inbound' | 'outbound'

/** Something that passed between a customer and the shop. */
export interface InteractionRow {
  readonly id: string
  readonly customerId: string
  readonly originId: string
  readonly kind: InteractionKind
  /** `whatsapp`, `email`, `web`, `phone`, `instagram`, … */
  readonly channel: string
  readonly channelFold: string
  readonly direction: Direction
  readonly at: number
  /** The day of `at` in the shop's zone, from 1 for Monday to 7 for Sunday, and the hour that its clocks show, 0 to 23. */
  readonly weekday: number
  readonly hour: number
  readonly recordedAt: number
  /** The shop's own number or account that took part; null where it has only one. */
  readonly businessNumber: string | null
  readonly device: string | null
  readonly deviceFold: string | null
  readonly product: string | null
  readonly productFold: string | null
  /** What was searched for. */
  readonly term: string | null
  readonly termFold: string | null
}

/** The customer service window of one customer at one business number. */
export interface WindowRow {
  readonly customerId: string
  /** Empty text where the shop names none. */
  readonly businessNumber: string
  /** Null where only the platform spoke of it. */
  readonly lastInboundAt: number | null
  /**
   * By which identity the customer wrote then, in the one text that all spellings of a number share; null
   * where nobody said. Where a customer has several, only there can an answer arrive.
   */
  readonly lastInboundFrom: string | null
  /**
   * The last send for which the platform said that the window is closed, whatever was known: only what the
   * customer sends later opens it again. Null where it never said so.
   */
  readonly closedAt: number | null
  /** Free-form messages may be sent while now < this. */
  readonly closesAt: number
}

/** An order that somebody placed in a chat; it counts as nothing until a person confirms it. */
export interface OrderDraftRow {
  readonly id: string
  readonly customerId: string
  readonly originId: string
  /** The message that placed it. */
  readonly reference: string | null
  readonly channel: string
  readonly businessNumber: string | null
  /** When it was placed. */
  readonly at: number
  readonly recordedAt: number
  readonly note: string | null
  readonly state: OrderDraftState
  /** `at` for as long as nobody has decided. */
  readonly openSince: number | null
  readonly decidedAt: number | null
  /** What it became once it was confirmed. */
  readonly transactionId: string | null
}

export type OrderDraftState = 'open' | 'confirmed' | 'cancelled'

/** One line of it, as it was placed: nobody has looked at it. */
export interface DraftLineRow {
  readonly draftId: string
  readonly position: number
  readonly customerId: string
  readonly originId: string
  readonly product: string
  readonly quantity: number
  /** Of one piece, as decimal text in units of the currency. */
  readonly price: string | null
  readonly currency: string | null
}

export type TransactionKind = 'sale' | 'creditNote'

/** A sale or a credit note. Amounts are positive minor units, in both kinds. */
export interface TransactionRow {
  readonly id: string
  /** The shop's own order or credit note number. */
  readonly orderId: string
  readonly kind: TransactionKind
  readonly customerId: string
  readonly originId: string
  readonly at: number
  readonly recordedAt: number
  /** Local date `YYYY-MM-DD`. */
  readonly dueDate: string | null
  readonly currency: string
  /** Book units for one unit of `currency`, as decimal text; null in the book currency. */
  readonly rate: string | null
  /** Sum of the lines after their own discounts. */
  readonly linesTotal: number
  readonly charges: number
  readonly discount: number
  /** lines + charges − discount, in `currency`. */
  readonly total: number
  readonly bookTotal: number
  /** Received for a sale, given back for a credit note, in `currency`. */
  readonly settled: number
  readonly bookSettled: number
  /** Book money that is still open: bookTotal − bookSettled. */
  readonly openBook: number
  /**
   * When it is overdue: the local midnight after the due date. Null without a due date, once nothing
   * is open, and for a credit note.
   */
  readonly overdueAt: number | null
  /** 1 while the order counts as a purchase. Always 0 for a credit note. */
  readonly stands: 0 | 1
  readonly note: string | null
}

/** One line of a transaction. Quantity and amounts are positive in both kinds. */
export interface LineRow {
  readonly transactionId: string
  readonly position: number
  readonly customerId: string
  readonly originId: string
  readonly at: number
  /** 1 while its transaction is a standing order. */
  readonly stands: 0 | 1
  readonly product: string
  readonly productFold: string
  readonly category: string | null
  readonly categoryFold: string | null
  readonly colour: string | null
  readonly colourFold: string | null
  readonly size: string | null
  readonly sizeFold: string | null
  readonly quantity: number
  /** In the transaction's currency. */
  readonly unitPrice: number
  readonly discount: number
  readonly total: number
  /** Book money after all discounts, the order's own shared out over its lines. */
  readonly bookTotal: number
}

/** An amount added to an order beside its lines. */
export interface ChargeRow {
  readonly transactionId: string
  readonly position: number
  readonly kind: ChargeKind
  /** In the transaction's currency; only `rounding` may be negative. */
  readonly amount: number
}

export type ChargeKind = 'shipping' | 'tax' | 'rounding' | 'other'

/** Money that came in (`payment`) or went back (`refund`). Amounts are positive. */
export interface PaymentRow {
  readonly id: string
  readonly kind: 'payment' | 'refund'
  readonly customerId: string
  readonly originId: string
  readonly at: number
  readonly recordedAt: number
  readonly currency: string
  readonly amount: number
  readonly bookAmount: number
  readonly method: string
  readonly methodFold: string
  readonly reference: string | null
  readonly note: string | null
}

/** The part of a payment that settles one transaction. */
export interface AllocationRow {
  readonly paymentId: string
  readonly transactionId: string
  readonly customerId: string
  readonly originId: string
  readonly amount: number
  readonly bookAmount: number
}

/** A key that may be used once, kept for good. */
export interface OnceKeyRow {
  readonly scope: OnceScope
  readonly key: string
  /** Fingerprint of the normalised input, with a version. */
  readonly fingerprint: string
  /** What the first call made. */
  readonly answerId: string
  readonly at: number
}

export type OnceScope =
  | 'order'
  | 'payment'
  | 'message'
  | 'send'
  | 'draft'
  | 'label'
  | 'consent'
  | 'identityChange'

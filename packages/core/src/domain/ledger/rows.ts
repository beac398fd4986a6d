export type EntryKind = 'sale' | 'creditNote' | 'payment' | 'refund'

/**
 * Accounts: `receivable` what a customer owes, `credit` what the shop owes a customer, `cash` money
 * held, `sales`, `charges`, `returns` revenue and its reversal, `exchange` gains and losses of rates.
 */
export type Account =
  | 'receivable'
  | 'credit'
  | 'cash'
  | 'sales'
  | 'charges'
  | 'returns'
  | 'exchange'

/** One event in the books; its postings sum to zero in every currency and in book money. */
export interface EntryRow {
  readonly id: string
  readonly kind: EntryKind
  readonly customerId: string
  readonly originId: string
  readonly transactionId: string
  readonly paymentId: string | null
  readonly at: number
  readonly recordedAt: number
}

/** One side of an entry: debit positive, credit negative. */
export interface PostingRow {
  readonly entryId: string
  readonly position: number
  readonly account: Account
  readonly currency: string
  readonly amount: number
  readonly bookAmount: number
}

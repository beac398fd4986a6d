import type { Decimal } from '../money/decimal.ts'
import type { ChargeKind, TransactionKind } from './rows.ts'

/** A transaction as it is to be recorded: checked, complete, amounts in minor units of `currency`. */
export interface NewTransaction {
  readonly kind: TransactionKind
  readonly orderId: string
  readonly at: number
  /** The day of `at` in the shop's zone, `YYYY-MM-DD`. */
  readonly localDate: string
  readonly dueDate: string | null
  /** When it is overdue if something is open then; null without a due date. */
  readonly overdueAt: number | null
  readonly currency: string
  /** Null in the book currency. */
  readonly exchange: Exchange | null
  readonly lines: readonly NewLine[]
  readonly charges: readonly { readonly kind: ChargeKind; readonly amount: number }[]
  readonly discount: number
  /** Paid for a sale, given back for a credit note: at once, at `at`. */
  readonly settled: number | 'all'
  readonly method: string
  readonly note: string | null
}

/** How amounts of another currency are valued in the book. */
export interface Exchange {
  /** Book units for one unit, as it was given. */
  readonly rate: string
  readonly value: Decimal
  readonly fromScale: number
  readonly toScale: number
}

/** Quantity and amounts are positive in both kinds of transaction. */
export interface NewLine {
  readonly product: string
  readonly category: string | null
  readonly colour: string | null
  readonly size: string | null
  readonly quantity: number
  readonly unitPrice: number
  readonly discount: number
  /** After the line's discount, before its share of the order's. */
  readonly total: number
}

import type {
  ChargeKind,
  ChargeRow,
  LineRow,
  PaymentRow,
  TransactionKind,
  TransactionRow,
} from '../../domain/transactions/rows.ts'

/** A sale or credit note as a shop sees it. Amounts are minor units of `currency`, positive in both kinds. */
export interface Transaction {
  readonly id: string
  readonly orderId: string
  readonly kind: TransactionKind
  readonly customer: string
  readonly at: Date
  /** `YYYY-MM-DD`. */
  readonly dueDate: string | null
  readonly currency: string
  /** Book units for one unit of `currency`; null in the book currency. */
  readonly rate: string | null
  readonly lines: readonly TransactionLine[]
  readonly charges: readonly { readonly kind: ChargeKind; readonly amount: number }[]
  readonly linesTotal: number
  readonly discount: number
  readonly total: number
  readonly bookTotal: number
  /** Paid for a sale, given back for a credit note. */
  readonly settled: number
  readonly open: number
  readonly status: 'unpaid' | 'partly-paid' | 'paid'
  readonly note: string | null
}

export interface TransactionLine {
  readonly product: string
  readonly category: string | null
  readonly colour: string | null
  readonly size: string | null
  readonly quantity: number
  readonly price: number
  readonly discount: number
  readonly total: number
}

/** Money in or out. Amounts are minor units of `currency`. */
export interface Payment {
  readonly id: string
  readonly kind: 'payment' | 'refund'
  readonly customer: string
  readonly at: Date
  readonly currency: string
  readonly amount: number
  readonly bookAmount: number
  readonly method: string
  readonly reference: string | null
  readonly note: string | null
}

export function transactionOf(
  row: TransactionRow,
  lines: readonly LineRow[],
  charges: readonly ChargeRow[],
): Transaction {
  const open = row.total - row.settled
  return {
    id: row.id,
    orderId: row.orderId,
    kind: row.kind,
    customer: row.customerId,
    at: new Date(row.at),
    dueDate: row.dueDate,
    currency: row.currency,
    rate: row.rate,
    lines: lines.map(
      ({ product, category, colour, size, quantity, unitPrice: price, discount, total }) => ({
        product,
        category,
        colour,
        size,
        quantity,
        price,
        discount,
        total,
      }),
    ),
    charges: charges.map(({ kind, amount }) => ({ kind, amount })),
    linesTotal: row.linesTotal,
    discount: row.discount,
    total: row.total,
    bookTotal: row.bookTotal,
    settled: row.settled,
    open,
    status: open === 0 ? 'paid' : row.settled === 0 ? 'unpaid' : 'partly-paid',
    note: row.note,
  }
}

export function paymentOf(row: PaymentRow): Payment {
  return {
    id: row.id,
    kind: row.kind,
    customer: row.customerId,
    at: new Date(row.at),
    currency: row.currency,
    amount: row.amount,
    bookAmount: row.bookAmount,
    method: row.method,
    reference: row.reference,
    note: row.note,
  }
}

import type { SQLOutputValue } from 'node:sqlite'
import type { TransactionInput } from '@langganan/core'

/** Lines that the shop takes in one order. */
export const mostLines = 10_000

/** An order as the file has it, ready to be recorded. */
export interface StagedOrder {
  readonly input: TransactionInput
  readonly lines: number
  /** Its first row in the file. */
  readonly row: number
}

type Row = Readonly<Record<string, SQLOutputValue>>

/**
 * The sale or the credit note of these lines; their quantities have one sign.
 *
 * @param method how it was paid, where the order does not say it
 */
export function stagedOrder(
  order: Row,
  lines: readonly Row[],
  customer: Row,
  method: string | undefined,
): StagedOrder {
  const [first = {}] = lines
  const at = Number(order.at)
  const paid = order.paid === 'all' ? true : Number(order.paid)
  const common = {
    orderId: String(first.order),
    at: new Date(at),
    customer: customerOf(customer, lines, at),
    discount: Number(order.discount),
    // Of what nothing was paid there is no method: a later run may name one.
    method: paid === 0 ? undefined : (textOf(order.method) ?? method),
    ...(first.currency === null
      ? {}
      : { currency: String(first.currency), rate: String(first.rate) }),
  }
  const input: TransactionInput =
    Number(first.quantity) < 0
      ? {
          ...common,
          kind: 'creditNote',
          lines: lines.map((row) => lineOf(row, -1)),
          refunded: paid,
        }
      : { ...common, lines: lines.map((row) => lineOf(row, 1)), charges: chargesOf(order), paid }
  return { input, lines: lines.length, row: Number(first.row) }
}

function chargesOf(order: Row) {
  return (['shipping', 'tax'] as const)
    .map((kind) => ({ kind, amount: Number(order[kind]) }))
    .filter(({ amount }) => amount > 0)
}

function lineOf(row: Row, sign: 1 | -1) {
  return {
    product: String(row.product),
    category: textOf(row.category),
    colour: textOf(row.colour),
    size: textOf(row.size),
    quantity: Number(row.quantity),
    price: Number(row.price),
    total: Number(row.total) * sign,
  }
}

/** Without a name the customer's number or phone stands in for it. */
function customerOf(said: Row, lines: readonly Row[], at: number) {
  const [first = {}] = lines
  const number = textOf(first.customer)
  return {
    name: textOf(said.name) ?? number ?? String(first.phone),
    external: number,
    phone: phonesOf(said, lines),
    email: textOf(said.email),
    city: textOf(said.city),
    country: textOf(said.country),
    acquisition: 'import',
    firstContactAt: new Date(at),
  } as const
}

/** The order's own phones, else the customer's first; each as the file writes it, where that is known. */
function phonesOf(said: Row, lines: readonly Row[]): readonly string[] | null {
  const own = [...new Set(lines.flatMap(({ phone }) => textOf(phone) ?? []))]
  const values = own.length > 0 ? own : [textOf(said.phoneValue)].flatMap((value) => value ?? [])
  if (values.length === 0) return null
  return values.map((value) => (value === said.phoneValue ? (textOf(said.phone) ?? value) : value))
}

function textOf(value: SQLOutputValue | undefined): string | null {
  return typeof value === 'string' ? value : null
}

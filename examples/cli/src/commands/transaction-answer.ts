import type { Payment, Transaction, TransactionLine, Warning } from '@langganan/core'
import type { Answer } from '../output/answer.ts'
import { type Column, fieldsOf, tableOf } from '../output/table.ts'
import type { Session } from '../session/session.ts'

/** A sale or credit note after it was recorded, by this call or before it. */
export function transactionAnswer(
  transaction: Transaction & { readonly warnings: readonly Warning[] },
  session: Session,
  isRepeated: boolean,
): Answer {
  const text = transactionText(transaction, session)
  return {
    json: transaction,
    text: isRepeated ? `${text}\n\nRecorded before; nothing changed.` : text,
    warnings: transaction.warnings.map(({ message }) => message),
  }
}

/** A sale or credit note: its lines, what was paid of it and what is open. */
export function transactionText(transaction: Transaction, { money: show, time }: Session): string {
  const { kind, orderId, at, lines, currency, discount, charges, total, settled, open, dueDate } =
    transaction
  const money = (minor: number) => show(minor, currency)
  const optional = (minor: number) => (minor === 0 ? '' : money(minor))
  const columns: readonly Column<TransactionLine>[] = [
    { head: 'PRODUCT', cell: ({ product }) => product },
    { head: 'PIECES', cell: ({ quantity }) => String(quantity), align: 'right' },
    { head: 'PRICE', cell: ({ price }) => money(price), align: 'right' },
    { head: 'TOTAL', cell: (line) => money(line.total), align: 'right' },
  ]
  const isSale = kind === 'sale'
  const fields = fieldsOf([
    [isSale ? 'Order' : 'Credit note', orderId],
    ['Time', time(at)],
    ['Discount', discount === 0 ? '' : money(-discount)],
    ...charges.map((charge): [string, string] => [capital(charge.kind), money(charge.amount)]),
    ['Total', money(total)],
    [isSale ? 'Paid' : 'Given back', money(settled)],
    [isSale ? 'Open' : "In the customer's favour", optional(open)],
    ['Due', open === 0 ? '' : (dueDate ?? '')],
  ])
  return `${tableOf(columns, lines)}\n\n${fields}`
}

/** What was paid or given back, one by one; nothing where there is none. */
export function paymentsText(
  payments: readonly Payment[],
  { money, time }: Pick<Session, 'money' | 'time'>,
): string {
  const [first] = payments
  if (first === undefined) return ''
  const columns: readonly Column<Payment>[] = [
    { head: first.kind === 'payment' ? 'PAID' : 'GIVEN BACK', cell: ({ at }) => time(at) },
    { head: 'AMOUNT', cell: ({ amount, currency }) => money(amount, currency), align: 'right' },
    { head: 'METHOD', cell: ({ method }) => method },
    { head: 'REFERENCE', cell: ({ reference }) => reference ?? '' },
    { head: 'NOTE', cell: ({ note }) => note ?? '' },
  ]
  return tableOf(columns, payments)
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

import type { TransactionRow } from '../../domain/transactions/rows.ts'
import { groupedBy } from '../grouped.ts'
import type { TransactionReference } from '../input/transaction.ts'
import { notFound } from '../not-found.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { type Transaction, transactionOf } from './transaction.ts'

/** A transaction by the shop's own number. @throws LanggananError `TRANSACTION_NOT_FOUND` */
export async function byOrderId(unit: UnitOfWork, orderId: string): Promise<TransactionRow> {
  const [key] = await unit.tx.get('onceKeys', [['order', orderId]])
  return transactionRow(unit, key?.answerId)
}

/** A transaction by the shop's own number, or by id. @throws LanggananError `TRANSACTION_NOT_FOUND` */
export async function referredTransaction(
  unit: UnitOfWork,
  reference: TransactionReference,
): Promise<TransactionRow> {
  return typeof reference === 'string'
    ? byOrderId(unit, reference)
    : transactionRow(unit, reference.id, 'id')
}

/** A transaction by id. @throws LanggananError `TRANSACTION_NOT_FOUND` */
export async function transactionRow(
  { tx }: UnitOfWork,
  id: string | undefined,
  field: 'orderId' | 'id' = 'orderId',
): Promise<TransactionRow> {
  const [row] = id === undefined ? [] : await tx.get('transactions', [[id]])
  if (row === undefined) throw notFound('TRANSACTION_NOT_FOUND', 'transaction', field)
  return row
}

/** One transaction with its lines and charges. */
export async function showTransaction(unit: UnitOfWork, row: TransactionRow): Promise<Transaction> {
  const [transaction] = await showTransactions(unit, [row])
  if (transaction === undefined) throw notFound('TRANSACTION_NOT_FOUND', 'transaction', 'orderId')
  return transaction
}

/** Transactions with their lines and charges, in the order of the rows. */
export async function showTransactions(
  { tx }: UnitOfWork,
  rows: readonly TransactionRow[],
): Promise<Transaction[]> {
  const keys = rows.map(({ id }) => [id])
  const lines = groupedBy(await tx.find('lines', 'key', keys), (line) => line.transactionId)
  const charges = groupedBy(await tx.find('charges', 'key', keys), (charge) => charge.transactionId)
  return rows.map((row) => transactionOf(row, lines.get(row.id) ?? [], charges.get(row.id) ?? []))
}

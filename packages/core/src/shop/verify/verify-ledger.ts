import type { Rows } from '../../domain/change/rows.ts'
import type { Account } from '../../domain/ledger/rows.ts'
import { groupedBy } from '../grouped.ts'
import { scanPages } from '../scan-all.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import type { Findings } from './findings.ts'

/** The books, from the postings alone: entries, balances of customers, what is settled. */
export async function verifyLedger(unit: UnitOfWork, found: Findings): Promise<void> {
  for await (const customers of scanPages(unit.tx, 'customers', ({ id }) => [id])) {
    await verifyCustomers(
      unit,
      customers.map(({ id }) => id),
      found,
    )
  }
  for await (const rows of scanPages(unit.tx, 'transactions', ({ id }) => [id]))
    await verifySettled(unit, rows, found)
  for await (const rows of scanPages(unit.tx, 'payments', ({ id }) => [id]))
    await verifyPayments(unit, rows, found)
}

async function verifyCustomers(
  { tx }: UnitOfWork,
  ids: readonly string[],
  found: Findings,
): Promise<void> {
  const entries = await tx.find(
    'entries',
    'byCustomer',
    ids.map((id) => [id]),
  )
  const postings = groupedBy(
    await tx.find(
      'postings',
      'key',
      entries.map(({ id }) => [id]),
    ),
    ({ entryId }) => entryId,
  )
  const accounts = new Map<string, bigint>()
  for (const { id, customerId } of entries) {
    const sides = postings.get(id) ?? []
    if (!isBalanced(sides)) found.add('entries', 'unbalanced', [id])
    for (const { account, bookAmount } of sides) {
      const key = `${customerId} ${account}`
      accounts.set(key, (accounts.get(key) ?? 0n) + BigInt(bookAmount))
    }
  }
  const facts = await tx.get(
    'facts',
    ids.map((id) => [id] as const),
  )
  for (const { customerId, receivable, credit, balance, ltv } of facts) {
    const on = (account: Account): bigint => accounts.get(`${customerId} ${account}`) ?? 0n
    const isAsPosted =
      BigInt(receivable) === on('receivable') &&
      BigInt(credit) === -on('credit') &&
      BigInt(balance) === on('receivable') + on('credit') &&
      BigInt(ltv) === on('cash')
    if (!isAsPosted) found.add('facts', 'notAsPosted', [customerId])
  }
}

function isBalanced(sides: readonly Rows['postings'][]): boolean {
  const currencies = groupedBy(sides, ({ currency }) => currency)
  return (
    sum(sides, ({ bookAmount }) => bookAmount) === 0n &&
    [...currencies.values()].every((own) => sum(own, ({ amount }) => amount) === 0n)
  )
}

async function verifySettled(
  { tx }: UnitOfWork,
  rows: readonly Rows['transactions'][],
  found: Findings,
): Promise<void> {
  const allocations = groupedBy(
    await tx.find(
      'allocations',
      'byTransaction',
      rows.map(({ id }) => [id]),
    ),
    ({ transactionId }) => transactionId,
  )
  for (const { id, settled, bookSettled, total } of rows) {
    const parts = allocations.get(id) ?? []
    const isAsAllocated =
      settled >= 0 &&
      settled <= total &&
      sum(parts, ({ amount }) => amount) === BigInt(settled) &&
      sum(parts, ({ bookAmount }) => bookAmount) === BigInt(bookSettled)
    if (!isAsAllocated) found.add('transactions', 'notAsAllocated', [id])
  }
}

/** A payment is laid out whole. */
async function verifyPayments(
  { tx }: UnitOfWork,
  rows: readonly Rows['payments'][],
  found: Findings,
): Promise<void> {
  const allocations = groupedBy(
    await tx.find(
      'allocations',
      'key',
      rows.map(({ id }) => [id]),
    ),
    ({ paymentId }) => paymentId,
  )
  for (const { id, amount } of rows) {
    const parts = allocations.get(id) ?? []
    if (sum(parts, (part) => part.amount) !== BigInt(amount))
      found.add('payments', 'notAsAllocated', [id])
  }
}

/** Exact however large the amounts are. */
function sum<T>(rows: readonly T[], amountOf: (row: T) => number): bigint {
  return rows.reduce((total, row) => total + BigInt(amountOf(row)), 0n)
}

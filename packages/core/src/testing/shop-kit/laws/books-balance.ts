import { expect } from 'vitest'
import type { Rows } from '../../../domain/change/rows.ts'
import type { Account } from '../../../domain/ledger/rows.ts'
import type { KitShop } from '../world/open.ts'
import { rowsOf } from '../world/rows.ts'

/** Law 7 over all rows of a shop. Sums are made without the shop's own code. */
export async function expectBooks(kit: KitShop): Promise<void> {
  const books = await booksOf(kit)
  expectEntries(books)
  expectTransactions(books)
  expectPayments(books)
  expectFacts(books)
  await expectTrialBalance(kit, books)
}

interface Books {
  readonly entries: readonly Rows['entries'][]
  readonly postings: readonly Rows['postings'][]
  readonly transactions: readonly Rows['transactions'][]
  readonly lines: readonly Rows['lines'][]
  readonly charges: readonly Rows['charges'][]
  readonly payments: readonly Rows['payments'][]
  readonly allocations: readonly Rows['allocations'][]
  readonly facts: readonly Rows['facts'][]
}

async function booksOf({ storage, shop }: KitShop): Promise<Books> {
  return {
    entries: await rowsOf(storage, shop.id, 'entries'),
    postings: await rowsOf(storage, shop.id, 'postings'),
    transactions: await rowsOf(storage, shop.id, 'transactions'),
    lines: await rowsOf(storage, shop.id, 'lines'),
    charges: await rowsOf(storage, shop.id, 'charges'),
    payments: await rowsOf(storage, shop.id, 'payments'),
    allocations: await rowsOf(storage, shop.id, 'allocations'),
    facts: await rowsOf(storage, shop.id, 'facts'),
  }
}

/** Every entry sums to zero in its currency and in book money, and has a side. */
function expectEntries({ entries, postings }: Books): void {
  for (const { id, transactionId } of entries) {
    const sides = postings.filter((posting) => posting.entryId === id)
    const where = `entry ${id} of ${transactionId}`
    expect(
      sum(sides, ({ amount }) => amount),
      where,
    ).toBe(0n)
    expect(
      sum(sides, ({ bookAmount }) => bookAmount),
      where,
    ).toBe(0n)
    expect(new Set(sides.map(({ currency }) => currency)).size, where).toBeLessThanOrEqual(1)
  }
  const known = new Set(entries.map(({ id }) => id))
  expect(postings.filter(({ entryId }) => !known.has(entryId))).toEqual([])
}

/** Nothing is settled beyond the total; paid in full means paid to the last unit of the book. */
function expectTransactions({
  transactions,
  lines,
  charges,
  allocations,
  entries,
  postings,
}: Books): void {
  for (const row of transactions) {
    const of = <T extends { readonly transactionId: string }>(rows: readonly T[]): T[] =>
      rows.filter(({ transactionId }) => transactionId === row.id)
    const where = `transaction ${row.id}`
    expect(row.settled, where).toBeGreaterThanOrEqual(0)
    expect(row.settled, where).toBeLessThanOrEqual(row.total)
    expect(
      sum(of(allocations), ({ amount }) => amount),
      where,
    ).toBe(BigInt(row.settled))
    expect(
      sum(of(allocations), ({ bookAmount }) => bookAmount),
      where,
    ).toBe(BigInt(row.bookSettled))
    if (row.settled === row.total) expect(row.bookSettled, where).toBe(row.bookTotal)
    expect(
      sum(of(lines), ({ total }) => total),
      where,
    ).toBe(BigInt(row.linesTotal))
    expect(
      sum(of(charges), ({ amount }) => amount),
      where,
    ).toBe(BigInt(row.charges))
    expect(row.linesTotal - row.discount + row.charges, where).toBe(row.total)
    const ownEntries = new Set(
      of(entries).flatMap(({ id, kind }) => (kind === row.kind ? [id] : [])),
    )
    const bookCharges = postings.filter(
      ({ entryId, account }) => ownEntries.has(entryId) && account === 'charges',
    )
    const book =
      sum(of(lines), ({ bookTotal }) => bookTotal) -
      sum(bookCharges, ({ bookAmount }) => bookAmount)
    expect(book, `${where}: lines and charges in book money`).toBe(BigInt(row.bookTotal))
    expect(
      of(lines).every(({ bookTotal }) => bookTotal >= 0),
      where,
    ).toBe(true)
  }
}

/** A payment is laid out whole, and only on what is its customer's. */
function expectPayments({ payments, allocations, transactions }: Books): void {
  const owners = new Map(transactions.map(({ id, customerId }) => [id, customerId]))
  for (const { id, amount, customerId } of payments) {
    const parts = allocations.filter(({ paymentId }) => paymentId === id)
    expect(
      sum(parts, (part) => part.amount),
      `payment ${id}`,
    ).toBe(BigInt(amount))
    for (const { transactionId } of parts) expect(owners.get(transactionId)).toBe(customerId)
  }
}

/** A customer's balance, receivable, credit and lifetime value are what the postings say. */
function expectFacts({ facts, entries, postings }: Books): void {
  const owner = new Map(entries.map(({ id, customerId }) => [id, customerId]))
  const accounts = new Map<string, bigint>()
  for (const { entryId, account, bookAmount } of postings) {
    const key = `${owner.get(entryId)} ${account}`
    accounts.set(key, (accounts.get(key) ?? 0n) + BigInt(bookAmount))
  }
  for (const { customerId, ltv, receivable, credit, balance } of facts) {
    const on = (account: Account): bigint => accounts.get(`${customerId} ${account}`) ?? 0n
    const where = `customer ${customerId}`
    expect(BigInt(receivable), where).toBe(on('receivable'))
    expect(BigInt(credit), where).toBe(-on('credit'))
    expect(BigInt(balance), where).toBe(on('receivable') + on('credit'))
    expect(BigInt(ltv), where).toBe(on('cash'))
  }
}

/** Every currency sums to zero, and the shop's own trial balance is that of the rows. */
async function expectTrialBalance({ shop }: KitShop, { postings }: Books): Promise<void> {
  const sums = new Map<string, { amount: bigint; bookAmount: bigint }>()
  for (const { currency, account, amount, bookAmount } of postings) {
    const before = sums.get(`${currency} ${account}`) ?? { amount: 0n, bookAmount: 0n }
    sums.set(`${currency} ${account}`, {
      amount: before.amount + BigInt(amount),
      bookAmount: before.bookAmount + BigInt(bookAmount),
    })
  }
  for (const currency of new Set(postings.map((posting) => posting.currency))) {
    const own = postings.filter((posting) => posting.currency === currency)
    expect(
      sum(own, ({ amount }) => amount),
      currency,
    ).toBe(0n)
    expect(
      sum(own, ({ bookAmount }) => bookAmount),
      currency,
    ).toBe(0n)
  }
  if ([...sums.values()].some((each) => !isSafe(each.amount) || !isSafe(each.bookAmount))) return
  const { accounts, balanced } = await shop.reports.trialBalance()
  expect(balanced).toBe(true)
  expect(
    new Map(
      accounts.map(({ currency, account, amount, bookAmount }) => [
        `${currency} ${account}`,
        { amount: BigInt(amount), bookAmount: BigInt(bookAmount) },
      ]),
    ),
  ).toEqual(sums)
}

function isSafe(value: bigint): boolean {
  return value >= -BigInt(Number.MAX_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER)
}

function sum<T>(rows: readonly T[], amountOf: (row: T) => number): bigint {
  return rows.reduce((total, row) => total + BigInt(amountOf(row)), 0n)
}

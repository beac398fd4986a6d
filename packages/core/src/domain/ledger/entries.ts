import type { Account, EntryRow, PostingRow } from './rows.ts'

/** One posting before it has its place in an entry: debit positive, credit negative. */
export interface Posting {
  readonly account: Account
  readonly amount: number
  readonly bookAmount: number
}

/** An amount in the currency of a transaction and what it is worth in the book. */
export interface Amounts {
  readonly amount: number
  readonly bookAmount: number
}

/** A sale: what the customer owes against revenue and charges. */
export function salePostings(total: Amounts, charges: Amounts): Posting[] {
  return [
    debit('receivable', total),
    credit('sales', {
      amount: total.amount - charges.amount,
      bookAmount: total.bookAmount - charges.bookAmount,
    }),
    credit('charges', charges),
  ]
}

/** A payment of what a customer owes. Where it came at another rate, the difference goes to exchange. */
export function paymentPostings(received: Amounts, settles: Amounts): Posting[] {
  return [
    debit('cash', received),
    credit('receivable', settles),
    credit('exchange', { amount: 0, bookAmount: received.bookAmount - settles.bookAmount }),
  ]
}

/** Goods that came back: revenue reversed, the shop owes the customer. */
export function creditNotePostings(total: Amounts): Posting[] {
  return [debit('returns', total), credit('credit', total)]
}

/** Money given back out of a customer's credit. */
export function refundPostings(given: Amounts, settles: Amounts): Posting[] {
  return [
    debit('credit', settles),
    credit('cash', given),
    debit('exchange', { amount: 0, bookAmount: given.bookAmount - settles.bookAmount }),
  ]
}

/** The rows of an entry; postings of nothing are left out. */
export function postingRows(
  entry: EntryRow,
  currency: string,
  postings: readonly Posting[],
): PostingRow[] {
  return postings
    .filter(({ amount, bookAmount }) => amount !== 0 || bookAmount !== 0)
    .map((posting, position) => ({ entryId: entry.id, position, currency, ...posting }))
}

function debit(account: Account, { amount, bookAmount }: Amounts): Posting {
  return { account, amount, bookAmount }
}

function credit(account: Account, { amount, bookAmount }: Amounts): Posting {
  return { account, amount: 0 - amount, bookAmount: 0 - bookAmount }
}

import { LanggananError } from '../error/langganan-error.ts'
import type { Amounts } from '../ledger/entries.ts'
import { allocate } from '../money/allocate.ts'
import { addAmounts, divideRounded, subtractAmounts } from '../money/amount.ts'
import { convertAmount } from '../money/convert.ts'
import { overflowAt } from '../money/overflow.ts'
import type { Exchange, NewTransaction } from './new-transaction.ts'

/** What a transaction comes to. */
export interface TransactionAmounts {
  readonly linesTotal: number
  readonly charges: Amounts
  readonly total: Amounts
  /** Book money of each line after all discounts. They and the charges sum to the book total. */
  readonly lineBookTotals: readonly number[]
}

/** Order total = lines + charges − discount; never below zero. */
export function transactionAmounts(transaction: NewTransaction): TransactionAmounts {
  const { lines, charges, discount, exchange } = transaction
  const lineTotals = lines.map((line) => line.total)
  const linesTotal = overflowAt('lines', () => sum(lineTotals))
  const chargesTotal = overflowAt('charges', () => sum(charges.map((charge) => charge.amount)))
  if (discount > linesTotal) {
    throw new LanggananError(
      'INVALID_INPUT',
      'The discount is larger than the lines. Lower it, or record a credit note.',
      {
        field: 'discount',
      },
    )
  }
  const total = overflowAt('charges', () => addAmounts(linesTotal - discount, chargesTotal))
  if (total < 0) {
    throw new LanggananError('INVALID_INPUT', 'The total is below zero. Check the charges.', {
      field: 'charges',
    })
  }
  const bookTotal = overflowAt('rate', () => inBook(total, exchange))
  const bookCharges = overflowAt('rate', () => inBook(chargesTotal, exchange))
  const bookLines = overflowAt('rate', () => subtractAmounts(bookTotal, bookCharges))
  const netLines =
    discount === 0 ? lineTotals : subtractShares(lineTotals, allocate(discount, lineTotals))
  return {
    linesTotal,
    charges: { amount: chargesTotal, bookAmount: bookCharges },
    total: { amount: total, bookAmount: bookTotal },
    lineBookTotals: exchange === null ? netLines : allocate(bookLines, netLines),
  }
}

/** What an amount is worth in the book. */
export function inBook(amount: number, exchange: Exchange | null): number {
  return exchange === null
    ? amount
    : convertAmount(amount, exchange.fromScale, exchange.value, exchange.toScale)
}

/**
 * Book money of the next part of a transaction to be settled, so that all parts together make
 * exactly its book total: ⌊…⌉(bookTotal · settled ÷ total) after, less before.
 */
export function bookShare(
  of: {
    readonly total: number
    readonly bookTotal: number
    readonly settled: number
    readonly bookSettled: number
  },
  amount: number,
): number {
  if (of.total === of.bookTotal) return amount
  const after = Number(
    divideRounded(BigInt(of.bookTotal) * BigInt(of.settled + amount), BigInt(of.total)),
  )
  return after - of.bookSettled
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce(addAmounts, 0)
}

function subtractShares(amounts: readonly number[], shares: readonly number[]): number[] {
  return amounts.map((amount, i) => amount - (shares[i] ?? 0))
}

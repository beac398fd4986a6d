import type { Account } from './rows.ts'

/** What the postings of an account come to in a currency. */
export interface AccountBalance {
  readonly currency: string
  readonly account: Account
  /** Debits less credits, minor units of the currency: positive for a debit balance, negative for a credit balance. */
  readonly amount: number
  /** The same in minor units of the book currency. */
  readonly bookAmount: number
}

/** Every account of the ledger, and whether debits equal credits. */
export interface TrialBalance {
  /** One for each currency and account that was ever posted to, by currency, then by account. */
  readonly accounts: readonly AccountBalance[]
  /** True where, in every currency, the amounts sum to zero and the book amounts do. */
  readonly balanced: boolean
}

export function trialBalanceOf(balances: readonly AccountBalance[]): TrialBalance {
  const accounts = [...balances].sort(
    (a, b) => order(a.currency, b.currency) || order(a.account, b.account),
  )
  const currencies = new Set(accounts.map(({ currency }) => currency))
  const balanced = [...currencies].every((wanted) => {
    const own = accounts.filter(({ currency }) => currency === wanted)
    return (
      sum(own.map(({ amount }) => amount)) === 0n &&
      sum(own.map(({ bookAmount }) => bookAmount)) === 0n
    )
  })
  return { accounts, balanced }
}

/** Exact however large the accounts are: on the way to zero a sum may leave the safe integers. */
function sum(amounts: readonly number[]): bigint {
  return amounts.reduce((total, amount) => total + BigInt(amount), 0n)
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

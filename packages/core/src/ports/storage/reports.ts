import type { CountKind } from '../../domain/history/rows.ts'
import type { Account } from '../../domain/ledger/rows.ts'

/** The questions that a storage answers by aggregation. */
export interface Reports {
  /** Members of every set of a kind, from the deltas; sets with none may be left out. */
  readonly memberCounts: {
    readonly question: { readonly of: CountKind }
    readonly answer: readonly { readonly setId: string; readonly members: number }[]
  }
  /** Instants of the standing orders of these customers, ascending for each. */
  readonly orderTimes: {
    readonly question: { readonly customerIds: readonly string[] }
    readonly answer: readonly { readonly customerId: string; readonly at: number }[]
  }
  /** Lower median of the gaps of at least `atLeast` ms between a customer's consecutive standing orders, over all. */
  readonly medianGap: {
    readonly question: { readonly atLeast: number }
    readonly answer: number | null
  }
  /** Sums of all postings by currency and account. */
  readonly trialBalance: {
    readonly question: Record<never, never>
    readonly answer: readonly {
      readonly currency: string
      readonly account: Account
      readonly amount: number
      readonly bookAmount: number
    }[]
  }
  /** Book money on the accounts of these customers, from the postings. */
  readonly customerAccounts: {
    readonly question: { readonly customerIds: readonly string[] }
    readonly answer: readonly {
      readonly customerId: string
      readonly account: Account
      readonly bookAmount: number
    }[]
  }
  /** What customers bought in standing orders: orders, pieces and book total per product, in any order. */
  readonly productsBought: {
    readonly question: { readonly customerIds: readonly string[] }
    readonly answer: readonly {
      readonly customerId: string
      readonly product: string
      readonly orders: number
      readonly pieces: number
      readonly total: number
    }[]
  }
}

import type { DeadLetterRow } from '../../domain/dead-letters/rows.ts'
import type { CountKind } from '../../domain/history/rows.ts'
import type { TurnRow } from '../../domain/kept/rows.ts'
import type { Account } from '../../domain/ledger/rows.ts'
import type { AccountBalance } from '../../domain/ledger/trial-balance.ts'
import type { SendRow } from '../../domain/messages/rows.ts'
import type { OrderDraftRow } from '../../domain/order-drafts/rows.ts'
import type { LabelReports } from './label-reports.ts'

/** The questions that a storage answers by aggregation. */
export interface Reports extends LabelReports {
  /** Members of every set of a kind, from the deltas; sets with none may be left out. */
  readonly memberCounts: {
    readonly question: { readonly of: CountKind }
    readonly answer: readonly { readonly setId: string; readonly members: number }[]
  }
  /** Customers for whom an answer may change until an instant, it included: by that time, then by id. */
  readonly dueTurns: {
    readonly question: { readonly until: number; readonly limit: number }
    readonly answer: readonly TurnRow[]
  }
  /**
   * Sends that are unresolved and `unknown`, or were claimed before an instant: by when they were
   * claimed, then by id, behind one of them.
   */
  readonly unresolvedSends: {
    readonly question: {
      readonly claimedBefore: number
      readonly behind: { readonly claimedAt: number; readonly id: string } | null
      readonly limit: number
    }
    readonly answer: readonly SendRow[]
  }
  /** Order drafts that nobody has decided about: by when they were placed, then by id, behind one of them. */
  readonly openDrafts: {
    readonly question: {
      readonly behind: { readonly at: number; readonly id: string } | null
      readonly limit: number
    }
    readonly answer: readonly OrderDraftRow[]
  }
  /**
   * Dead letters without their payloads, behind one of them: open ones by when they were first received,
   * settled ones by when they were settled, then by id.
   */
  readonly deadLetters: {
    readonly question: {
      readonly state: 'open' | 'settled'
      readonly behind: { readonly at: number; readonly id: string } | null
      readonly limit: number
    }
    readonly answer: readonly Omit<DeadLetterRow, 'payload'>[]
  }
  /** By how many members a tracked segment grew in each of several stretches, `from` excluded, `to` included. */
  readonly segmentGrowth: {
    readonly question: {
      readonly segmentId: string
      readonly stretches: readonly { readonly from: number; readonly to: number }[]
    }
    /** One for each, in their order. */
    readonly answer: readonly number[]
  }
  /** Instants of the standing orders of these customers, ascending for each. */
  readonly orderTimes: {
    readonly question: { readonly customerIds: readonly string[] }
    readonly answer: readonly { readonly customerId: string; readonly at: number }[]
  }
  /**
   * Median of all gaps between consecutive standing orders of a customer, over all customers: ms, of
   * two middle gaps their mean rounded down. Null where nobody ordered twice.
   */
  readonly medianGap: {
    readonly question: Record<never, never>
    readonly answer: number | null
  }
  /** Sums of all postings by currency and account, in any order. */
  readonly trialBalance: {
    readonly question: Record<never, never>
    readonly answer: readonly AccountBalance[]
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

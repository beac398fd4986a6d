import type { Draft, Stamp } from '../domain/change/draft.ts'
import type { StorageTransaction } from '../ports/storage/storage.ts'

/** The settings that a shop was created with. */
export interface ShopConfig {
  readonly id: string
  /** Book currency, ISO 4217. */
  readonly currency: string
  readonly scale: number
  readonly timeZone: string
}

/** One call on one shop, inside one storage transaction. Every use case takes it as its first argument. */
export interface UnitOfWork {
  readonly shop: ShopConfig
  readonly tx: StorageTransaction
  readonly stamp: Stamp
  /** A random integer, 0 ≤ n < 2³¹ − 1. */
  readonly sampleKey: () => number
  /** Begins a change of this call. */
  draft(): Draft
  /** Writes a change, with the rule tags that follow from it. */
  write(change: Draft): Promise<void>
}

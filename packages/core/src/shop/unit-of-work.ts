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
  /**
   * Holds these customers against other writers until the call ends, and lets time go on for them up
   * to now. A use case does so before it reads what it changes; what it read before, to find out whom
   * to hold, it reads again. Whoever is held already stays so. All whom a batch concerns are held at
   * once, in one order, so that two batches seldom wait for each other in a circle.
   */
  lock(customerIds: readonly string[]): Promise<void>
  /** Writes a change, and what follows from it for tracked segments and the rules of tags. */
  write(change: Draft): Promise<void>
  /** Writes a change from which nothing follows. */
  apply(change: Draft): Promise<void>
}

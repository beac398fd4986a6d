import type { UnitOfWork } from './unit-of-work.ts'

/**
 * Runs a use case in a transaction of its own: one call, one transaction, all or nothing. The storage
 * may begin it again, so it changes nothing outside of itself.
 */
export interface Runner {
  read<T>(work: (unit: UnitOfWork) => Promise<T>): Promise<T>
  /** Beside other writers of the shop: for what concerns customers, who are locked before they are read. */
  write<T>(work: (unit: UnitOfWork) => Promise<T>): Promise<T>
  /** While nobody else writes: for what every writer reads, which are definitions and snapshots. */
  alone<T>(work: (unit: UnitOfWork) => Promise<T>): Promise<T>
}

import type { UnitOfWork } from './unit-of-work.ts'

/** Runs a use case in a transaction of its own: one call, one transaction, all or nothing. */
export interface Runner {
  read<T>(work: (unit: UnitOfWork) => Promise<T>): Promise<T>
  write<T>(work: (unit: UnitOfWork) => Promise<T>): Promise<T>
}

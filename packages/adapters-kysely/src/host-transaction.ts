import { LanggananError } from '@langganan/core/storage'
import type { DatabaseConnection } from 'kysely'

/** A transaction that the host began and will end, on a connection of the host's own. */
export interface HostTransaction {
  /**
   * Gives the connection to one user at a time, in the order of arrival.
   *
   * @throws LanggananError `INVALID_INPUT` if no transaction is open on it any more
   */
  provideConnection<T>(use: (connection: DatabaseConnection) => Promise<T>): Promise<T>
  /**
   * Looks at the transaction at the beginning of each call.
   *
   * @throws LanggananError if a shop could not rely on what it reads or writes in it
   */
  check(connection: DatabaseConnection): Promise<void>
}

/** What is used of a transaction of Kysely, whichever version of it the host has. */
export interface KyselyTransaction {
  readonly isTransaction: true
  getExecutor(): {
    provideConnection<T>(use: (connection: DatabaseConnection) => Promise<T>): Promise<T>
  }
}

/** Tells whether something is a transaction of Kysely. */
export function isKyselyTransaction(given: unknown): given is KyselyTransaction {
  return (
    typeof given === 'object' &&
    given !== null &&
    'getExecutor' in given &&
    typeof given.getExecutor === 'function' &&
    // Asked last: a connection of node:sqlite that is closed has it too, and throws.
    'isTransaction' in given &&
    given.isTransaction === true
  )
}

/** Gives the connection of a transaction of Kysely, which queues its users itself. */
export async function provideConnectionOf<T>(
  transaction: KyselyTransaction,
  use: (connection: DatabaseConnection) => Promise<T>,
): Promise<T> {
  let isGiven = false
  try {
    return await transaction.getExecutor().provideConnection((connection) => {
      isGiven = true
      return use(connection)
    })
  } catch (error) {
    throw isGiven ? error : noTransaction(error)
  }
}

/** The error of a call inside a transaction that has not begun or has ended. */
export function noTransaction(cause?: unknown): LanggananError {
  return new LanggananError(
    'INVALID_INPUT',
    'No transaction is open on what was given to within. Begin one before the call, and await every call before it ends.',
    { field: 'transaction', cause },
  )
}

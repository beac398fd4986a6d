import type { TransactionMode } from '@langganan/core/storage'
import type { DatabaseConnection } from 'kysely'

/** A connection whose driver answers at once, so that neither a row nor a statement needs a promise. */
export interface ImmediateConnection extends DatabaseConnection {
  /** Begins a transaction; who writes waits here for the writers of other processes. */
  begin(mode: TransactionMode): Promise<void>
  /** Runs a statement; answers its rows, none if it gives none. */
  runNow<R>(sql: string, parameters: readonly unknown[]): readonly R[]
  /**
   * Runs a statement that gives no rows once for each row of parameters. A row is good only until the
   * next one is asked for.
   */
  runEach(sql: string, rows: Iterable<readonly unknown[]>): void
}

/** Tells whether a connection is an {@link ImmediateConnection}; those of other dialects are not. */
export function isImmediate(connection: DatabaseConnection): connection is ImmediateConnection {
  return 'begin' in connection && 'runNow' in connection && 'runEach' in connection
}

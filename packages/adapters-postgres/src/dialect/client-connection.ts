import { noTransaction } from '@langganan/adapters-kysely'
import { LanggananError } from '@langganan/core/storage'
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'
import { withoutValues } from '../failures/without-values.ts'
import { resultTypes } from './result-types.ts'

/** What is used of a client of `pg` inside a transaction of the host's. */
export interface HostTransactionClient {
  query(statement: {
    readonly text: string
    readonly values: unknown[]
    readonly types: typeof resultTypes
  }): Promise<{ readonly rows: unknown[] }>
}

/** A client of the host's. Nothing is kept prepared on it: it is not ours, and lives on. */
export class ClientConnection implements DatabaseConnection {
  readonly #client: HostTransactionClient

  constructor(client: HostTransactionClient) {
    this.#client = client
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    try {
      const statement = { text: sql, values: [...parameters], types: resultTypes }
      // Whoever wrote the statement knows its rows; Postgres cannot say.
      return { rows: (await this.#client.query(statement)).rows as R[] }
    } catch (error) {
      throw sql.startsWith('savepoint') ? beginningError(error) : withoutValues(error)
    }
  }

  /** All rows at once: the storage reads in pages, so nothing of ours streams. */
  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query)
  }
}

/** What it means that a savepoint cannot be set. */
export function beginningError(error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error)) return error
  if (error.code === '25P01') return noTransaction(error)
  if (error.code !== '25P02') return error
  return new LanggananError(
    'INVALID_INPUT',
    "A statement of the host's failed in the transaction before, and Postgres takes no more in it. Roll it back, or to a savepoint of your own.",
    { field: 'transaction', cause: error },
  )
}

import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'
import { withIntegers } from '../database/better-sqlite3-database.ts'

/** The connection of Kysely's own SQLite dialect, with integers as we bind and read them. */
export class KyselyConnection implements DatabaseConnection {
  readonly #connection: DatabaseConnection

  constructor(connection: DatabaseConnection) {
    this.#connection = connection
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const result = await this.#connection.executeQuery<R>({
      ...query,
      parameters: withIntegers(query.parameters),
    })
    return result.rows.some(hasBigint) ? { ...result, rows: result.rows.map(withNumbers) } : result
  }

  /** All rows at once: the storage reads in pages, so nothing of ours streams. */
  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query)
  }
}

/** A host may have turned bigints on for its connection; our rows hold numbers. */
function hasBigint(row: unknown): boolean {
  return (
    typeof row === 'object' &&
    row !== null &&
    Object.values(row).some((value) => typeof value === 'bigint')
  )
}

function withNumbers<R>(row: R): R {
  const cells = Object.entries(row as object).map(([name, value]) => [
    name,
    typeof value === 'bigint' ? Number(value) : value,
  ])
  // Whoever wrote the statement knows its rows; SQLite cannot say.
  return Object.fromEntries(cells) as R
}

import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'
import { withoutValues } from '../failures/without-values.ts'
import { beginningError } from './client-connection.ts'

/** Selects, those behind `with` too, where it is not a list to be inserted; whatever else is run here gives no rows. */
const givesRows = /^\s*(?:select|with)\b(?!.*\binsert into\b)/s

/**
 * The connection of Kysely's own Postgres dialect, whose driver reads values as the whole process does,
 * 64-bit integers as texts: so rows come as JSON, which the database writes and we read.
 */
export class KyselyConnection implements DatabaseConnection {
  readonly #connection: DatabaseConnection

  constructor(connection: DatabaseConnection) {
    this.#connection = connection
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { sql } = query
    try {
      if (!givesRows.test(sql)) return await this.#connection.executeQuery<R>(query)
      const { rows } = await this.#connection.executeQuery<{ readonly row: string }>({
        ...query,
        sql: `select row_to_json("answer")::text as "row" from (${sql}) as "answer"`,
      })
      return { rows: rows.map(({ row }) => JSON.parse(row, exactly)) }
    } catch (error) {
      throw sql.startsWith('savepoint') ? beginningError(error) : withoutValues(error)
    }
  }

  /** All rows at once: the storage reads in pages, so nothing of ours streams. */
  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query)
  }
}

/** Postgres writes a double with a point or an exponent where it is that great, and an integer never. */
function exactly(_: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (!Number.isInteger(value) || Number.isSafeInteger(value)) return value
  if (/[.e]/.test(context?.source ?? '')) return value
  const error = new RangeError('A 64-bit integer is beyond the range of safe integers.')
  throw Object.assign(error, { code: 'ERR_OUT_OF_RANGE' })
}

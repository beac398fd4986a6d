import type { ImmediateConnection } from '@langganan/adapters-kysely'
import type { TransactionMode } from '@langganan/core/storage'
import type { CompiledQuery, QueryResult } from 'kysely'
import { patiently } from '../database/patiently.ts'
import type { SqliteDatabase } from '../database/sqlite-database.ts'
import { sqliteFlavor } from '../sqlite-flavor.ts'
import { StatementCache } from './statement-cache.ts'

/** The one connection of a storage, with its prepared statements. */
export class SqliteConnection implements ImmediateConnection {
  readonly #statements: StatementCache
  /** Whether a statement failed since the connection was handed out. */
  hasFailed = false

  readonly #busyTimeoutMs: number | undefined

  /** @param busyTimeoutMs How long a writer waits; absent if the host has set that itself. */
  constructor(database: SqliteDatabase, busyTimeoutMs: number | undefined) {
    this.#statements = new StatementCache(database)
    this.#busyTimeoutMs = busyTimeoutMs
  }

  async begin(mode: TransactionMode): Promise<void> {
    const begin = sqliteFlavor.begin[mode]
    const longest = this.#busyTimeoutMs
    if (mode === 'read' || longest === undefined) this.#run(begin, [])
    else await patiently(() => this.#runAtOnce(begin, longest), longest)
  }

  runNow<R>(sql: string, parameters: readonly unknown[]): readonly R[] {
    return this.#run<R>(sql, parameters).rows
  }

  runEach(sql: string, rows: Iterable<readonly unknown[]>): void {
    try {
      this.#statements.prepare(sql).runEach(rows)
    } catch (error) {
      this.hasFailed = true
      throw error
    }
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, changes } = this.#run<R>(sql, parameters)
    return { rows, numAffectedRows: BigInt(changes) }
  }

  /** All rows at once: the storage reads in pages, so nothing of ours streams. */
  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query)
  }

  /** Runs a statement that fails instead of waiting for a lock. */
  #runAtOnce(sql: string, usualTimeout: number): void {
    this.#run('pragma busy_timeout = 0', [])
    try {
      this.#run(sql, [])
    } finally {
      this.#run(`pragma busy_timeout = ${usualTimeout}`, [])
    }
  }

  #run<R>(sql: string, parameters: readonly unknown[]): Outcome<R> {
    try {
      const statement = this.#statements.prepare(sql)
      if (!statement.isReader) return { rows: [], changes: statement.run(parameters) }
      // Whoever wrote the statement knows its rows; SQLite cannot say.
      return { rows: statement.all(parameters) as R[], changes: 0 }
    } catch (error) {
      this.hasFailed = true
      throw error
    }
  }
}

interface Outcome<R> {
  readonly rows: R[]
  readonly changes: number | bigint
}

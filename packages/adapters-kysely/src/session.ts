import { CompiledQuery, type DatabaseConnection } from 'kysely'
import { type ImmediateConnection, isImmediate } from './connection.ts'
import { storageError } from './errors.ts'
import type { SqlFlavor } from './flavor.ts'

/** One connection for the length of one transaction: binds values to kept statements and runs them. */
export class Session {
  readonly #connection: DatabaseConnection
  readonly #immediate: ImmediateConnection | undefined
  readonly #flavor: SqlFlavor

  constructor(connection: DatabaseConnection, flavor: SqlFlavor) {
    this.#connection = connection
    this.#immediate = isImmediate(connection) ? connection : undefined
    this.#flavor = flavor
  }

  /** Whether {@link Session.runEach} may be called. */
  get canRunEach(): boolean {
    return this.#immediate !== undefined
  }

  /** Begins a transaction. Throws as {@link Session.rows} does. */
  async begin(mode: 'read' | 'write'): Promise<void> {
    const doing = `beginning to ${mode}`
    try {
      if (this.#immediate !== undefined) return await this.#immediate.begin(mode)
    } catch (error) {
      throw storageError(this.#flavor, error, doing)
    }
    await this.rows(CompiledQuery.raw(this.#flavor.begin[mode]), [], doing)
  }

  /**
   * Runs a statement with these values in the place of those it was compiled with.
   *
   * @throws LanggananError `STORAGE_BUSY`, `STORAGE_CONFLICT`, `AMOUNT_OVERFLOW` or `STORAGE_FAILED`.
   */
  async rows<R>(
    { query, queryId, sql }: CompiledQuery,
    parameters: readonly unknown[],
    doing: string,
  ): Promise<readonly R[]> {
    try {
      if (this.#immediate !== undefined) return this.#immediate.runNow<R>(sql, parameters)
      const all = { query, queryId, sql, parameters }
      return (await this.#connection.executeQuery<R>(all)).rows
    } catch (error) {
      throw storageError(this.#flavor, error, doing)
    }
  }

  /** Runs one statement over many rows of values. Throws as {@link Session.rows} does. */
  runEach({ sql }: CompiledQuery, rows: Iterable<readonly unknown[]>, doing: string): void {
    try {
      this.#immediate?.runEach(sql, rows)
    } catch (error) {
      throw storageError(this.#flavor, error, doing)
    }
  }
}

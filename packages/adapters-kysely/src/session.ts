import type { LanggananError, TransactionMode } from '@langganan/core/storage'
import { CompiledQuery, type DatabaseConnection } from 'kysely'
import { type ImmediateConnection, isImmediate } from './connection.ts'
import { outcomeUnknown, storageError } from './errors.ts'
import type { FailureKind, SqlFlavor } from './flavor.ts'

/** One connection for the length of one transaction: binds values to kept statements and runs them. */
export class Session {
  readonly #connection: DatabaseConnection
  readonly #immediate: ImmediateConnection | undefined
  readonly #flavor: SqlFlavor
  #failure: Failure | undefined

  constructor(connection: DatabaseConnection, flavor: SqlFlavor) {
    this.#connection = connection
    this.#immediate = isImmediate(connection) ? connection : undefined
    this.#flavor = flavor
  }

  /** Of the first statement that failed; undefined as long as none did. */
  get failure(): FailureKind | undefined {
    return this.#failure?.kind
  }

  /** Whether {@link Session.runEach} may be called. */
  get canRunEach(): boolean {
    return this.#immediate !== undefined
  }

  /** Begins a transaction. Throws as {@link Session.rows} does. */
  async begin(mode: TransactionMode): Promise<void> {
    const doing = `beginning to ${mode}`
    try {
      if (this.#immediate !== undefined) return await this.#immediate.begin(mode)
    } catch (error) {
      throw this.#failed(error, doing)
    }
    await this.rows(CompiledQuery.raw(this.#flavor.begin[mode]), [], doing)
  }

  /**
   * Ends the transaction, which is kept then.
   *
   * @throws LanggananError what a statement threw that failed, even if that was caught: a database may
   * end such a transaction without a word and keep nothing; `STORAGE_OUTCOME_UNKNOWN` unless the
   * database itself refused, or there was nothing to keep; and as {@link Session.rows} does.
   */
  async commit(mode: TransactionMode): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure.error
    try {
      await this.rows(commit, [], 'committing')
    } catch (error) {
      if (mode === 'read' || this.#wasRefused()) throw error
      const unknown = outcomeUnknown(this.#flavor, error)
      this.#failure = { kind: 'other', error: unknown, cause: error }
      throw unknown
    }
  }

  /** Begins what can be undone alone inside the host's transaction. Throws as {@link Session.rows} does. */
  async beginWithin(): Promise<void> {
    await this.rows(savepoint, [], "beginning inside the host's transaction")
  }

  /** Makes what was done since {@link Session.beginWithin} part of the host's. Throws as `commit` does. */
  async endWithin(): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure.error
    await this.rows(releaseSavepoint, [], "ending inside the host's transaction")
  }

  /** Undoes what was done since {@link Session.beginWithin}. Throws as {@link Session.rows} does. */
  async rollBackWithin(): Promise<void> {
    const doing = "rolling back inside the host's transaction"
    await this.rows(rollbackToSavepoint, [], doing)
    await this.rows(releaseSavepoint, [], doing)
  }

  /** Undoes the transaction. Throws as {@link Session.rows} does. */
  async rollBack(): Promise<void> {
    await this.rows(rollback, [], 'rolling back')
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
      throw this.#failed(error, doing)
    }
  }

  /** Runs one statement over many rows of values. Throws as {@link Session.rows} does. */
  runEach({ sql }: CompiledQuery, rows: Iterable<readonly unknown[]>, doing: string): void {
    try {
      this.#immediate?.runEach(sql, rows)
    } catch (error) {
      throw this.#failed(error, doing)
    }
  }

  #failed(error: unknown, doing: string): LanggananError {
    const failed = storageError(this.#flavor, error, doing)
    this.#failure ??= { kind: this.#flavor.failureKind(error), error: failed, cause: error }
    return failed
  }

  /** Whether what failed is sure to have left nothing behind. */
  #wasRefused(): boolean {
    return this.#failure !== undefined && this.#flavor.refusedCommit(this.#failure.cause)
  }
}

interface Failure {
  readonly kind: FailureKind
  readonly error: LanggananError
  /** What the driver threw. */
  readonly cause: unknown
}

const commit = CompiledQuery.raw('commit')
const rollback = CompiledQuery.raw('rollback')
const savepoint = CompiledQuery.raw('savepoint langganan_call')
const releaseSavepoint = CompiledQuery.raw('release savepoint langganan_call')
const rollbackToSavepoint = CompiledQuery.raw('rollback to savepoint langganan_call')

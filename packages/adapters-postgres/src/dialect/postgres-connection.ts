import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'
import { failureKind } from '../failures/failure-kind.ts'
import { withoutValues } from '../failures/without-values.ts'
import type { HostClient } from '../host-pool.ts'
import type { Prepared } from './prepared.ts'
import { resultTypes } from './result-types.ts'
import type { StatementNames } from './statement-names.ts'

/** Statements that one connection keeps prepared before it is closed and another opened. */
const mostKept = 500

/** SQLSTATE of a transaction that was undone. */
const rolledBack = { code: '40000' }

/** A client of the pool while one user has it. Statements run one after the other. */
export class PostgresConnection implements DatabaseConnection {
  readonly client: HostClient
  readonly #names: StatementNames
  readonly #prepared: Prepared
  #last: Promise<unknown> = Promise.resolve()
  #isInTransaction = false
  #isBroken = false
  #failure: unknown

  constructor(client: HostClient, names: StatementNames, prepared: Prepared) {
    this.client = client
    this.#names = names
    this.#prepared = prepared
    client.on('error', this.#noteBroken)
  }

  /** Gives the client back; it is closed where the next user could not rely on it. */
  release(): void {
    this.client.removeListener('error', this.#noteBroken)
    const { names, era } = this.#prepared
    const isWornOut = era.isOver || names.size > mostKept
    this.client.release(this.#isBroken || this.#isInTransaction || isWornOut)
  }

  /** Gives the client back as one that is of no use. */
  destroy(): void {
    this.#noteBroken()
    this.release()
  }

  executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const run = this.#last.then(() => this.#run<R>(sql, parameters))
    this.#last = run.catch(() => undefined)
    return run
  }

  /** All rows at once: the storage reads in pages, so nothing of ours streams. */
  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query)
  }

  async #run<R>(sql: string, parameters: readonly unknown[]): Promise<QueryResult<R>> {
    if (sql.startsWith('begin')) this.#isInTransaction = true
    try {
      const result = await this.client.query({
        ...this.#named(sql, parameters),
        text: sql,
        values: [...parameters],
        types: resultTypes,
      })
      if (sql === 'commit' || sql === 'rollback') this.#end(sql, result.command)
      // Several statements, as a transaction begins with, have a list of answers, and no rows.
      if (Array.isArray(result)) return { rows: [] }
      // Whoever wrote the statement knows its rows; Postgres cannot say.
      return { rows: result.rows as R[] }
    } catch (error) {
      if (failureKind(error) === 'forgotten') this.#prepared.era.isOver = true
      this.#failure ??= error
      throw withoutValues(error)
    }
  }

  #named(sql: string, parameters: readonly unknown[]): { readonly name?: string } {
    const { names, era } = this.#prepared
    const name = parameters.length === 0 || era.isOver ? undefined : this.#names.of(sql)
    if (name === undefined) return {}
    names.add(name)
    return { name }
  }

  /** Postgres answers a commit after a failed statement by undoing, without an error. */
  #end(sql: string, command: string): void {
    const failure = this.#failure
    this.#isInTransaction = false
    this.#failure = undefined
    if (sql === 'commit' && command !== 'COMMIT') {
      throw failure ?? Object.assign(new Error(`The transaction ended in ${command}.`), rolledBack)
    }
  }

  readonly #noteBroken = (): void => {
    this.#isBroken = true
  }
}

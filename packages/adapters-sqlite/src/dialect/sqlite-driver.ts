import { storageError } from '@langganan/adapters-kysely'
import { LanggananError } from '@langganan/core/storage'
import { CompiledQuery, type DatabaseConnection, type Driver } from 'kysely'
import { isNotDatabase } from '../database/failure-kind.ts'
import type { SqliteDatabase } from '../database/sqlite-database.ts'
import { sqliteFlavor } from '../sqlite-flavor.ts'
import { SqliteConnection } from './sqlite-connection.ts'
import { Turns } from './turns.ts'

/** Where a driver gets its database, and whether it may close it. */
export interface SqliteSource {
  open(): Promise<SqliteDatabase>
  /** A host's own connection stays open when the storage closes. */
  readonly isOurs: boolean
  /** Shared by all who use one connection; absent if nobody else can. */
  readonly turns?: Turns
  /** How long a writer waits for others, in milliseconds; absent if the host has set that itself. */
  readonly busyTimeoutMs?: number
}

interface Opened {
  readonly database: SqliteDatabase
  readonly connection: SqliteConnection
}

/** Hands out the one connection, to one user at a time in the order of arrival. */
export class SqliteDriver implements Driver {
  readonly #source: SqliteSource
  readonly #turns: Turns
  #opened: Opened | undefined

  constructor(source: SqliteSource) {
    this.#source = source
    this.#turns = source.turns ?? new Turns()
  }

  async init(): Promise<void> {
    this.#opened ??= await this.#open()
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const turn = this.#turns.take()
    if (turn !== undefined) await turn
    try {
      this.#opened ??= await this.#open()
      if (!this.#source.isOurs && this.#opened.database.isInTransaction) throw transactionOpen()
      return this.#opened.connection
    } catch (error) {
      this.#turns.pass()
      throw error
    }
  }

  async releaseConnection(): Promise<void> {
    if (this.#opened?.connection.hasFailed) this.#leaveTransaction(this.#opened)
    this.#turns.pass()
  }

  async beginTransaction(): Promise<void> {
    await this.#opened?.connection.begin('write')
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  async destroy(): Promise<void> {
    await this.#turns.take()
    const opened = this.#opened
    this.#opened = undefined
    this.#turns.pass()
    if (this.#source.isOurs) opened?.database.close()
  }

  async #open(): Promise<Opened> {
    try {
      const database = await this.#source.open()
      return { database, connection: new SqliteConnection(database, this.#source.busyTimeoutMs) }
    } catch (error) {
      throw isNotDatabase(error)
        ? notDatabase(error)
        : storageError(sqliteFlavor, error, 'opening the database')
    }
  }

  /** A transaction that nobody could end must not become part of the next one. */
  #leaveTransaction({ database, connection }: Opened): void {
    connection.hasFailed = false
    try {
      if (database.isInTransaction) database.prepare('rollback').run([])
    } catch {
      // The caller has the error that came first. A host's connection is refused while it stays so;
      // our own is opened anew, and what it held of the transaction goes with it.
      if (this.#source.isOurs) this.#discard(database)
    }
  }

  #discard(database: SqliteDatabase): void {
    this.#opened = undefined
    try {
      database.close()
    } catch {
      // It is of no use to anybody any more, open or closed.
    }
  }
}

function notDatabase(cause: unknown): LanggananError {
  return new LanggananError(
    'STORAGE_FAILED',
    'The file of the option filename is not a SQLite database, or it is damaged or encrypted. It was left as it is. Give the path of a database, or of a file that does not exist yet.',
    { field: 'filename', cause },
  )
}

function transactionOpen(): LanggananError {
  return new LanggananError(
    'STORAGE_BUSY',
    'The connection that was given has a transaction of its own open; end it before calling the shop.',
  )
}

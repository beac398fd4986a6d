import { CompiledQuery, type DatabaseConnection, type Driver } from 'kysely'
import { checkServer } from '../check-server.ts'
import { connectError } from '../failures/connect-error.ts'
import type { HostClient, HostPool } from '../host-pool.ts'
import { PostgresConnection } from './postgres-connection.ts'
import type { Era, Prepared } from './prepared.ts'
import { StatementNames } from './statement-names.ts'

/** Where a driver gets its connections, and whether it may close them. */
export interface PoolSource {
  readonly pool: HostPool
  /** Closes the pool if it is our own. */
  close(): Promise<void>
}

/** Hands out connections of a pool. */
export class PostgresDriver implements Driver {
  readonly #source: PoolSource
  readonly #names = new StatementNames()
  readonly #prepared = new WeakMap<HostClient, Prepared>()
  #era: Era = { isOver: false }
  readonly #inUse = new WeakMap<DatabaseConnection, PostgresConnection>()

  constructor(source: PoolSource) {
    this.#source = source
  }

  async init(): Promise<void> {
    // Nothing is done before a connection is asked for.
  }

  acquireConnection(): Promise<DatabaseConnection> {
    return this.#connect()
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    this.#inUse.get(connection)?.release()
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  destroy(): Promise<void> {
    return this.#source.close()
  }

  async #connect(): Promise<PostgresConnection> {
    const client = await this.#client()
    if (this.#era.isOver) this.#era = { isOver: false }
    const known = this.#prepared.get(client)
    const prepared = known ?? { names: new Set(), era: this.#era }
    const connection = new PostgresConnection(client, this.#names, prepared)
    if (known === undefined) await this.#check(connection)
    this.#prepared.set(client, prepared)
    this.#inUse.set(connection, connection)
    return connection
  }

  /** Each connection once: the settings of its user may have changed since the one before. */
  async #check(connection: PostgresConnection): Promise<void> {
    try {
      await checkServer(connection)
    } catch (error) {
      connection.destroy()
      throw error
    }
  }

  async #client(): Promise<HostClient> {
    try {
      return await this.#source.pool.connect()
    } catch (error) {
      throw connectError(error)
    }
  }
}

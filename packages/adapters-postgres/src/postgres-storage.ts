import { checkedPrefix, kyselyStorage } from '@langganan/adapters-kysely'
import type { Storage } from '@langganan/core/storage'
import { Kysely } from 'kysely'
import type { PoolConfig } from 'pg'
import { checkOptions } from './check-options.ts'
import { citusSpread } from './citus-spread.ts'
import { PostgresDialect } from './dialect/postgres-dialect.ts'
import type { PoolSource } from './dialect/postgres-driver.ts'
import type { HostPool } from './host-pool.ts'
import { hostTransaction } from './host-transaction.ts'
import { inspect, type PostgresCondition } from './inspect.ts'
import { ownPool } from './own-pool.ts'
import { postgresFlavor } from './postgres-flavor.ts'

/** Where in the database the storage keeps its tables. */
export interface PlaceOptions {
  /** The Postgres schema of the tables, made if it is not there; where the connection looks first if absent. */
  readonly schema?: string
  /** What every table's name begins with, such as `shop_`; empty if absent. */
  readonly prefix?: string
}

/** What is asked of the server besides. */
export interface ServerOptions {
  /**
   * Whether the server is the coordinator of a Citus cluster, on which each shop's rows go to one
   * node: tables that are not distributed yet are, by shop id, at the first call. False if absent.
   */
  readonly citus?: boolean
}

export type PostgresStorageOptions = PlaceOptions &
  ServerOptions &
  (
    | { readonly connectionString: string }
    /** Settings of a pool of `pg`, such as host, user, password, database, max and ssl. */
    | { readonly connection: PoolConfig }
    /** A pool of the host's own, which stays open when the storage closes. */
    | { readonly pool: HostPool }
  )

/** A storage that can be asked about its server besides. */
export interface PostgresStorage extends Storage {
  /** Asks the server for its version and for the settings that durability hangs on; writes nothing. */
  inspect(): Promise<PostgresCondition>
}

/**
 * A storage in Postgres, by a pool of connections of its own or the host's. It connects, looks at the
 * server and migrates at the first call. Any number of processes may share a database.
 *
 * @throws LanggananError `INVALID_INPUT` if an option is of no use.
 *
 * @example
 * ```ts
 * const storage = postgresStorage({ connectionString: 'postgres://shop:secret@localhost/shop' })
 * ```
 */
export function postgresStorage(options: PostgresStorageOptions): PostgresStorage {
  checkOptions(options)
  const { schema, prefix = '', citus = false } = options
  checkedPrefix(prefix)
  const db = new Kysely<unknown>({ dialect: new PostgresDialect(sourceOf(options)) })
  const flavor = citus ? { ...postgresFlavor, spread: citusSpread } : postgresFlavor
  const storage = kyselyStorage({ db, flavor, schema, prefix, hostTransaction })
  return Object.assign(storage, { inspect: () => inspect(db) })
}

function sourceOf(options: PostgresStorageOptions): PoolSource {
  if ('pool' in options) {
    return { pool: options.pool, close: async () => undefined }
  }
  if ('connection' in options) return ownPool(options.connection)
  return ownPool({ connectionString: options.connectionString })
}

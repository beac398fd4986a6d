import { kyselyStorage } from '@langganan/adapters-kysely'
import type { Storage } from '@langganan/core/storage'
import { Kysely } from 'kysely'
import { checkOptions, invalid } from './check-options.ts'
import { type HostConnection, hostDatabase } from './database/host-database.ts'
import { openDatabase, type SqliteDriverName } from './database/open-database.ts'
import { SqliteDialect } from './dialect/sqlite-dialect.ts'
import type { SqliteSource } from './dialect/sqlite-driver.ts'
import { turnsOn } from './dialect/turns.ts'
import { hostTransaction } from './host-transaction.ts'
import { sqliteFlavor } from './sqlite-flavor.ts'
import { copyTo } from './upkeep/copy-to.ts'
import { inspect, type SqliteCondition } from './upkeep/inspect.ts'

/** A database that the storage opens and closes itself. */
export interface OwnDatabaseOptions {
  /** `better-sqlite3` if absent; `node:sqlite` needs Node 22.23, 24.21 or newer. */
  readonly driver?: SqliteDriverName
  /** Milliseconds that a call waits for another process's write; 5,000 if absent. */
  readonly busyTimeoutMs?: number
}

export interface PrefixOption {
  /** What every table's name begins with, such as `shop_`; empty if absent. */
  readonly prefix?: string
}

export type SqliteStorageOptions = PrefixOption &
  (
    | ({ readonly filename: string } & OwnDatabaseOptions)
    | ({ readonly memory: true } & OwnDatabaseOptions)
    /**
     * A connection of the host's own, which stays open when the storage closes. It must be set up for
     * durability (`synchronous = full`), waits as its own `busy_timeout` says, and is the shop's alone
     * while a call of the shop runs.
     */
    | { readonly database: HostConnection }
  )

/** A storage with what a file of its own needs besides. */
export interface SqliteStorage extends Storage {
  /**
   * Copies the whole database, all shops and tables in it, into a file that does not exist yet: at one
   * instant, while others go on reading and writing. The copy is checked, is on the disk when the
   * promise fulfils, and is opened like any database. The process does nothing else meanwhile.
   *
   * @throws LanggananError `INVALID_INPUT` for a file that exists or a folder that does not,
   * `STORAGE_FAILED` if the copy is damaged or the disk is full
   */
  copyTo(filename: string): Promise<void>
  /** Reads the whole database through and says whether it is sound; writes nothing. */
  inspect(): Promise<SqliteCondition>
}

/**
 * A storage in SQLite: a file, memory, or a connection of the host's own. It is opened, checked and
 * migrated at the first call.
 *
 * Processes may share a file, and so may storages of one process if they use the same driver: two
 * copies of SQLite in one process do not see each other's locks.
 *
 * @throws LanggananError `INVALID_INPUT` if an option is of no use.
 *
 * @example
 * ```ts
 * const storage = sqliteStorage({ filename: 'shop.db' })
 * ```
 */
export function sqliteStorage(options: SqliteStorageOptions): SqliteStorage {
  checkOptions(options)
  const db = new Kysely<unknown>({ dialect: new SqliteDialect(sourceOf(options)) })
  const storage = kyselyStorage({
    db,
    flavor: sqliteFlavor,
    prefix: options.prefix,
    hostTransaction,
  })
  return Object.assign(storage, {
    copyTo: (filename: string) => copyTo(db, filename),
    inspect: () => inspect(db),
  })
}

function sourceOf(options: SqliteStorageOptions): SqliteSource {
  if ('database' in options) {
    const { database } = options
    return { isOurs: false, turns: turnsOn(database), open: async () => hostDatabase(database) }
  }
  const filename = 'filename' in options ? checkedFilename(options.filename) : undefined
  const { driver = 'better-sqlite3', busyTimeoutMs = 5_000 } = options
  if (driver !== 'better-sqlite3' && driver !== 'node:sqlite') {
    throw invalid('driver', 'must be `better-sqlite3` or `node:sqlite`')
  }
  if (!(Number.isInteger(busyTimeoutMs) && busyTimeoutMs >= 0 && busyTimeoutMs <= 2 ** 31 - 1)) {
    throw invalid('busyTimeoutMs', 'must be a whole number of milliseconds, 0 to 2,147,483,647')
  }
  return {
    isOurs: true,
    busyTimeoutMs,
    open: () => openDatabase({ filename, driver, busyTimeoutMs }),
  }
}

function checkedFilename(filename: string): string | undefined {
  if (typeof filename !== 'string' || filename === '') {
    throw invalid('filename', 'must be the path of a file, such as `shop.db`')
  }
  return filename === ':memory:' ? undefined : filename
}

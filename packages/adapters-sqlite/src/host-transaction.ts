import {
  type HostTransaction,
  isKyselyTransaction,
  noTransaction,
  provideConnectionOf,
} from '@langganan/adapters-kysely'
import { LanggananError } from '@langganan/core/storage'
import { type HostConnection, hostDatabase } from './database/host-database.ts'
import type { SqliteDatabase } from './database/sqlite-database.ts'
import { KyselyConnection } from './dialect/kysely-connection.ts'
import { SqliteConnection } from './dialect/sqlite-connection.ts'
import { turnsOn } from './dialect/turns.ts'

/**
 * A transaction of the host's: one of Kysely over better-sqlite3, or a connection of better-sqlite3 or
 * `node:sqlite` on which one is open.
 *
 * @throws LanggananError `INVALID_INPUT` for what is neither
 */
export function hostTransaction(given: unknown): HostTransaction {
  if (isKyselyTransaction(given)) {
    return {
      provideConnection: (use) =>
        provideConnectionOf(given, (connection) => use(new KyselyConnection(connection))),
      check: async () => undefined,
    }
  }
  if (isHostConnection(given)) return transactionOn(given)
  throw new LanggananError(
    'INVALID_INPUT',
    'within needs a transaction of Kysely, or a connection of better-sqlite3 or node:sqlite on which `begin immediate` was run.',
    { field: 'transaction' },
  )
}

function transactionOn(given: HostConnection): HostTransaction {
  const turns = turnsOn(given)
  return {
    async provideConnection(use) {
      await turns.take()
      try {
        if (isClosed(given)) throw noTransaction()
        const { database, connection } = openedOn(given)
        if (!database.isInTransaction) throw noTransaction()
        return await use(connection)
      } finally {
        turns.pass()
      }
    },
    check: async () => undefined,
  }
}

interface Opened {
  readonly database: SqliteDatabase
  readonly connection: SqliteConnection
}

const opened = new WeakMap<object, Opened>()

/** Checked once, and with the statements that were prepared on it before. */
function openedOn(given: HostConnection): Opened {
  const known = opened.get(given)
  if (known !== undefined) return known
  const database = hostDatabase(given)
  const now = { database, connection: new SqliteConnection(database, undefined) }
  opened.set(given, now)
  return now
}

/** Either driver says it in its own way, and anything else that is asked of a closed connection throws. */
function isClosed(given: HostConnection): boolean {
  return ('open' in given && given.open === false) || ('isOpen' in given && given.isOpen === false)
}

function isHostConnection(given: unknown): given is HostConnection {
  return (
    typeof given === 'object' &&
    given !== null &&
    'prepare' in given &&
    ('inTransaction' in given || 'isTransaction' in given)
  )
}

import {
  type HostTransaction,
  isKyselyTransaction,
  provideConnectionOf,
} from '@langganan/adapters-kysely'
import { LanggananError } from '@langganan/core/storage'
import { CompiledQuery, type DatabaseConnection } from 'kysely'
import {
  checkSettings,
  checkValueSettings,
  type ServerSettings,
  type ValueSettings,
} from './check-server.ts'
import { ClientConnection, type HostTransactionClient } from './dialect/client-connection.ts'
import { KyselyConnection } from './dialect/kysely-connection.ts'

/**
 * A transaction of the host's: one of Kysely over `pg`, or a client of `pg` on which one was begun.
 *
 * @throws LanggananError `INVALID_INPUT` for what is neither
 */
export function hostTransaction(given: unknown): HostTransaction {
  if (isKyselyTransaction(given)) {
    return {
      provideConnection: (use) =>
        provideConnectionOf(given, (connection) => use(new KyselyConnection(connection))),
      check,
    }
  }
  if (isClient(given)) {
    return {
      provideConnection: (use) => inTurn(given, () => use(new ClientConnection(given))),
      check,
    }
  }
  throw new LanggananError(
    'INVALID_INPUT',
    'within needs a transaction of Kysely, or a client of pg on which `begin` was run; of a pool, take a client first.',
    { field: 'transaction' },
  )
}

/** A pool runs each statement wherever it likes, so it is none. */
function isClient(given: unknown): given is HostTransactionClient {
  return (
    typeof given === 'object' &&
    given !== null &&
    'query' in given &&
    typeof given.query === 'function' &&
    !('totalCount' in given)
  )
}

const last = new WeakMap<object, Promise<unknown>>()

/** Runs what is to be done on one client one after the other, in the order of arrival. */
function inTurn<T>(client: object, work: () => Promise<T>): Promise<T> {
  const run = (last.get(client) ?? Promise.resolve()).then(work)
  last.set(
    client,
    run.catch(() => undefined),
  )
  return run
}

interface TransactionSettings extends ServerSettings, ValueSettings {
  readonly isolation: string
}

const settings = CompiledQuery.raw(`
  select current_setting('server_version_num') as "version",
    current_setting('server_encoding') as "encoding",
    current_setting('synchronous_commit') as "synchronousCommit",
    current_setting('extra_float_digits') as "extraFloatDigits",
    current_setting('array_nulls') as "arrayNulls",
    current_setting('transaction_isolation') as "isolation"`)

/** @throws LanggananError `STORAGE_UNSAFE` for settings with which something could be lost or overlooked */
async function check(connection: DatabaseConnection): Promise<void> {
  const [found] = (await connection.executeQuery<TransactionSettings>(settings)).rows
  if (found === undefined) return
  checkSettings(found)
  checkValueSettings(found)
  if (found.isolation === 'read committed') return
  throw new LanggananError(
    'STORAGE_UNSAFE',
    `The transaction has the isolation level ${found.isolation}: after it waited for another writer it would not see what that one wrote. Begin it with isolation level read committed.`,
    { field: 'transaction', details: { isolation: found.isolation } },
  )
}

import { randomBytes } from 'node:crypto'
import { tableName } from '@langganan/adapters-kysely'
import { type Storage, tableNames } from '@langganan/core/storage'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import {
  type HostPool,
  type PlaceOptions,
  type PostgresStorage,
  postgresStorage,
} from '../../src/index.ts'

/** URL of the database that the tests fill. */
export function databaseUrl(): string {
  return inject('postgres')
}

/** The name of a schema that nobody else uses; the storage makes it. */
export function newSchema(): string {
  return `t${randomBytes(8).toString('hex')}`
}

/** A storage of its own that is closed when the test ends. */
export function openStorage(place: PlaceOptions = { schema: newSchema() }): PostgresStorage {
  const storage = postgresStorage({ connectionString: databaseUrl(), ...place })
  onTestFinished(() => storage.close())
  return storage
}

/** A pool of the host's, which lasts as long as its user says. */
export function openPool(settings: pg.PoolConfig = {}): pg.Pool {
  const pool = new pg.Pool({ connectionString: databaseUrl(), allowExitOnIdle: true, ...settings })
  pool.on('error', () => undefined)
  return pool
}

/** Rows of a statement, asked beside the storage. */
export async function ask<R extends pg.QueryResultRow>(
  sql: string,
  values: readonly unknown[] = [],
): Promise<R[]> {
  const client = new pg.Client({ connectionString: databaseUrl() })
  await client.connect()
  try {
    return (await client.query<R>(sql, [...values])).rows
  } finally {
    await client.end()
  }
}

/** What is done beside opening a storage. */
interface Around {
  /** Puts something before the pool. */
  readonly through?: (pool: HostPool) => HostPool
  /** Makes the schema, before a storage first comes to it. */
  readonly prepare?: (schema: string) => Promise<void>
  /** What the storage's tables are named with. */
  readonly prefix?: string
}

/** A storage over this pool, or another way into the same database, in this schema. */
type OpenIn = (place: { readonly pool: HostPool; readonly schema: string }) => Storage

/**
 * Opens empty storages one after the other over a pool of the host's. Making a schema costs more than
 * most tests, so one whose storage was closed is emptied and taken again.
 */
export function emptiedStorages(
  open: OpenIn,
  { through = (pool) => pool, prepare = async () => undefined, prefix = '' }: Around = {},
): () => Promise<Storage> {
  let pool: pg.Pool | undefined
  const free: string[] = []
  const made = async (): Promise<string> => {
    const schema = newSchema()
    await prepare(schema)
    return schema
  }
  return async () => {
    pool ??= openPool()
    const schema = free.pop() ?? (await made())
    const empty = emptying(schema, prefix)
    return givenBack(open({ pool: through(pool), schema }), pool, { schema, empty }, free)
  }
}

interface Used {
  readonly schema: string
  /** The statement that empties it. */
  readonly empty: string
}

function givenBack(
  storage: Storage,
  pool: pg.Pool,
  { schema, empty }: Used,
  free: string[],
): Storage {
  let closing: Promise<void> | undefined
  const close = async (): Promise<void> => {
    await storage.close()
    const made = await pool.query('select from pg_namespace where nspname = $1', [schema])
    if (made.rows.length > 0) await pool.query(empty)
    free.push(schema)
  }
  return {
    name: storage.name,
    shopIds: () => storage.shopIds(),
    transaction: (shopId, mode, work) => storage.transaction(shopId, mode, work),
    close: () => {
      closing ??= close()
      return closing
    },
  }
}

function emptying(schema: string, prefix: string): string {
  return tableNames.map((table) => `delete from ${schema}.${tableName(prefix, table)}`).join(';')
}

import type { PostgresStorage } from '@langganan/adapters-postgres'
import type { SqliteStorage } from '@langganan/adapters-sqlite'
import { CliError } from '../errors/cli-error.ts'
import { existingDatabase } from './database.ts'
import type { GlobalOptions } from './global-options.ts'
import { openStorage, type SqliteDriver } from './open-storage.ts'

/**
 * The storage of the database that was named, in which a shop was set up before. A storage makes its
 * schema and tables at the first call, and a command that only asks is not to leave them where a name
 * was mistyped.
 */
export async function openExisting(
  options: GlobalOptions,
  driver?: SqliteDriver,
): Promise<PostgresStorage | SqliteStorage> {
  const database = existingDatabase(options)
  const storage = await openStorage(database, driver)
  if (database.kind === 'sqlite') return storage
  try {
    // What is wrong with the connection the storage tells better than the driver.
    await storage.inspect()
    if (await hasTables(database)) return storage
    throw new CliError(
      'SHOP_NOT_FOUND',
      'The database holds no shop yet, at least not in this schema. Check "schema" in the URL, or set up a shop: toko --db DATABASE init --id kopi-senja --currency IDR --time-zone Asia/Jakarta.',
      'db',
    )
  } catch (error) {
    await storage.close()
    throw error
  }
}

async function hasTables({
  url,
  schema,
}: {
  readonly url: string
  readonly schema: string | undefined
}): Promise<boolean> {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query(
      `select from pg_catalog.pg_tables
        where schemaname = coalesce($1, current_schema()) and tablename = 'migrations'`,
      [schema],
    )
    return rows.length > 0
  } finally {
    await client.end()
  }
}

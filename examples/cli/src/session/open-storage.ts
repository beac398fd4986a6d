import type { PostgresStorage } from '@langganan/adapters-postgres'
import type { SqliteStorage } from '@langganan/adapters-sqlite'
import type { Database } from './database.ts'

/** How a file of SQLite is opened. */
export type SqliteDriver = 'better-sqlite3' | 'node:sqlite'

/** The storage of a database; of the two adapters, the one that is not used is not loaded either. */
export async function openStorage(
  database: Database,
  driver: SqliteDriver = 'better-sqlite3',
): Promise<PostgresStorage | SqliteStorage> {
  if (database.kind === 'sqlite') {
    const { sqliteStorage } = await import('@langganan/adapters-sqlite')
    return sqliteStorage({ filename: database.filename, driver })
  }
  const { postgresStorage } = await import('@langganan/adapters-postgres')
  const { url, schema } = database
  return postgresStorage({ connectionString: url, ...(schema === undefined ? {} : { schema }) })
}

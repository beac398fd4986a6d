import type { Storage } from '@langganan/core/storage'
import type { Database } from './config.ts'

/** The storage of a database; of the two adapters, the one that is not used is not loaded either. */
export async function openStorage(database: Database): Promise<Storage> {
  if (database.kind === 'sqlite') {
    const { sqliteStorage } = await import('@langganan/adapters-sqlite')
    return sqliteStorage({ filename: database.filename })
  }
  const { postgresStorage } = await import('@langganan/adapters-postgres')
  const { url, schema } = database
  return postgresStorage({ connectionString: url, ...(schema === undefined ? {} : { schema }) })
}

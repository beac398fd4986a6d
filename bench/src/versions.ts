import Database from 'better-sqlite3'

/** Version of the SQLite inside better-sqlite3. */
export function sqliteVersion(): string {
  const database = new Database(':memory:')
  const row = database.prepare<[], { version: string }>('select sqlite_version() as version').get()
  database.close()
  return row?.version ?? 'unknown'
}

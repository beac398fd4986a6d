import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { invalid } from '../check-options.ts'
import { betterSqlite3Database } from './better-sqlite3-database.ts'
import { checkVersion } from './check-version.ts'
import { nodeSqliteDatabase } from './node-sqlite-database.ts'
import { patiently } from './patiently.ts'
import { setBusyTimeout, setPragmas } from './pragmas.ts'
import type { SqliteDatabase } from './sqlite-database.ts'

export type SqliteDriverName = 'better-sqlite3' | 'node:sqlite'

/** A database of our own to open. */
export interface OwnDatabase {
  /** Absent for a database in memory. */
  readonly filename: string | undefined
  readonly driver: SqliteDriverName
  readonly busyTimeoutMs: number
}

/**
 * Opens a database, sets it up for durability and checks that it is.
 *
 * @throws LanggananError `INVALID_INPUT` for a file in a folder that does not exist.
 */
export async function openDatabase(own: OwnDatabase): Promise<SqliteDatabase> {
  const name = own.filename ?? ':memory:'
  const database = await connect(name, own.driver)
  const place = own.filename === undefined ? 'memory' : 'file'
  try {
    checkVersion(database)
    setBusyTimeout(database, 0)
    await patiently(() => setPragmas(database, place), own.busyTimeoutMs)
    setBusyTimeout(database, own.busyTimeoutMs)
  } catch (error) {
    database.close()
    throw error
  }
  return database
}

async function connect(name: string, driver: SqliteDriverName): Promise<SqliteDatabase> {
  try {
    return await (driver === 'node:sqlite' ? withNodeSqlite(name) : withBetterSqlite3(name))
  } catch (cause) {
    if (isUri(name) || existsSync(dirname(name))) throw cause
    throw invalid('filename', 'is in a folder that does not exist: make the folder first', cause)
  }
}

/** SQLite's own way of naming a file, which node:sqlite takes. */
function isUri(name: string): boolean {
  return name.startsWith('file:')
}

async function withBetterSqlite3(filename: string): Promise<SqliteDatabase> {
  const { default: Database } = await import('better-sqlite3')
  return betterSqlite3Database(new Database(filename))
}

async function withNodeSqlite(filename: string): Promise<SqliteDatabase> {
  const { DatabaseSync } = await import('node:sqlite')
  return nodeSqliteDatabase(new DatabaseSync(filename))
}

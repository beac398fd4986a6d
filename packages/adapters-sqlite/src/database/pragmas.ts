import { LanggananError } from '@langganan/core/storage'
import type { SqliteDatabase } from './sqlite-database.ts'

/** Whether the data outlives the connection. */
export type Place = 'file' | 'memory'

const full = 2

/** Pages of the write-ahead log, 16 MB of them, before they are copied into the file: a page that many transactions change is copied once. */
const pagesOfLog = 4_000

/** Of the file in memory, in KiB; what a driver is built with may be more. */
const leastCache = 8_000

/**
 * Sets what durability and safety need, on every open, and reads each setting back: some are
 * forgotten when a database is opened again, and SQLite ignores those that it cannot follow.
 *
 * @throws LanggananError `STORAGE_UNSAFE` if a setting did not take.
 */
export function setPragmas(database: SqliteDatabase, place: Place): void {
  if (place === 'file') demand(database, 'journal_mode', 'wal')
  demand(database, 'synchronous', full)
  demand(database, 'foreign_keys', 1)
  demand(database, 'trusted_schema', 0)
  if (place === 'memory') return
  demand(database, 'wal_autocheckpoint', pagesOfLog)
  // Negative is KiB, as both drivers have it; positive would be pages that somebody chose.
  const cache = -Number(read(database, 'cache_size'))
  if (cache >= 0 && cache < leastCache) demand(database, 'cache_size', -leastCache)
}

/** How long a statement waits for another connection's lock, in milliseconds. */
export function setBusyTimeout(database: SqliteDatabase, milliseconds: number): void {
  demand(database, 'busy_timeout', milliseconds)
}

/**
 * Checks a connection that belongs to the host, whose settings are the host's to change.
 *
 * @throws LanggananError `STORAGE_UNSAFE` if what is written could be lost or torn.
 */
export function checkHostPragmas(database: SqliteDatabase): void {
  if (isInMemory(database)) return
  const journal = read(database, 'journal_mode')
  if (journal === 'off' || journal === 'memory') {
    throw unsafe(`journal_mode is ${journal}`, 'pragma journal_mode = wal')
  }
  const synchronous = Number(read(database, 'synchronous'))
  if (synchronous < full) {
    throw unsafe(`synchronous is ${synchronous}`, 'pragma synchronous = full')
  }
}

function isInMemory(database: SqliteDatabase): boolean {
  const [main] = database.prepare('pragma database_list').all([])
  return typeof main === 'object' && main !== null && 'file' in main && main.file === ''
}

function demand(database: SqliteDatabase, pragma: string, value: string | number): void {
  const set = database.prepare(`pragma ${pragma} = ${value}`)
  if (set.isReader) set.all([])
  else set.run([])
  const found = read(database, pragma)
  if (found === value) return
  throw new LanggananError(
    'STORAGE_UNSAFE',
    `SQLite did not take ${pragma} = ${value}, it stays at ${String(found)}; use a local file that this process may write.`,
    { details: { pragma, value, found } },
  )
}

function read(database: SqliteDatabase, pragma: string): unknown {
  const [row] = database.prepare(`pragma ${pragma}`).all([])
  return typeof row === 'object' && row !== null ? Object.values(row)[0] : undefined
}

function unsafe(problem: string, fix: string): LanggananError {
  return new LanggananError(
    'STORAGE_UNSAFE',
    `On the connection that was given, ${problem}, so a write could be lost when the power fails; run \`${fix}\` on it first.`,
  )
}

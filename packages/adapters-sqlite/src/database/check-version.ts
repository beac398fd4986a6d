import { LanggananError } from '@langganan/core/storage'
import type { SqliteDatabase } from './sqlite-database.ts'

/** Older versions can corrupt a database when its write-ahead log is reset by two connections at once. */
const oldest = [3, 51, 3] as const

/**
 * @throws LanggananError `STORAGE_UNSAFE` if the SQLite behind the connection is too old.
 */
export function checkVersion(database: SqliteDatabase): void {
  const version = versionOf(database)
  const parts = version.split('.').map(Number)
  for (const [i, least] of oldest.entries()) {
    const part = parts[i] ?? 0
    if (part > least) return
    if (part < least) throw tooOld(version)
  }
}

function versionOf(database: SqliteDatabase): string {
  const [row] = database.prepare('select sqlite_version() as version').all([])
  return typeof row === 'object' && row !== null && 'version' in row
    ? String(row.version)
    : 'unknown'
}

function tooOld(version: string): LanggananError {
  return new LanggananError(
    'STORAGE_UNSAFE',
    `SQLite ${version} is too old: before ${oldest.join('.')} a reset of the write-ahead log could corrupt the file. Use better-sqlite3 13.2 or newer, or node:sqlite of Node 22.23, 24.21 or newer.`,
    { details: { version } },
  )
}

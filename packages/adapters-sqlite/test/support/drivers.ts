import type { SqliteDriverName } from '../../src/index.ts'

/** The drivers of this Node: the SQLite that it was built with may be too old. */
export const drivers: readonly SqliteDriverName[] = hasNewSqlite()
  ? ['better-sqlite3', 'node:sqlite']
  : ['better-sqlite3']

function hasNewSqlite(): boolean {
  const [major = 0, minor = 0, patch = 0] = (process.versions.sqlite ?? '0').split('.').map(Number)
  return major * 1e6 + minor * 1e3 + patch >= 3_051_003
}

import { type BetterSqlite3Connection, betterSqlite3Database } from './better-sqlite3-database.ts'
import { checkVersion } from './check-version.ts'
import { type NodeSqliteConnection, nodeSqliteDatabase } from './node-sqlite-database.ts'
import { checkHostPragmas } from './pragmas.ts'
import type { SqliteDatabase } from './sqlite-database.ts'

/** A connection of the host's own, from better-sqlite3 or `node:sqlite`. */
export type HostConnection = BetterSqlite3Connection | NodeSqliteConnection

/** The host's connection, checked and otherwise left as it is. */
export function hostDatabase(connection: HostConnection): SqliteDatabase {
  const database =
    'isTransaction' in connection
      ? nodeSqliteDatabase(connection)
      : betterSqlite3Database(connection)
  checkVersion(database)
  checkHostPragmas(database)
  return database
}

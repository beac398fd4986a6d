export type { ToSqlOptions } from '@langganan/adapters-kysely'
export type { BetterSqlite3Connection } from './database/better-sqlite3-database.ts'
export type { HostConnection } from './database/host-database.ts'
export type { NodeSqliteConnection } from './database/node-sqlite-database.ts'
export type { SqliteDriverName } from './database/open-database.ts'
export {
  type OwnDatabaseOptions,
  type PrefixOption,
  type SqliteStorage,
  type SqliteStorageOptions,
  sqliteStorage,
} from './sqlite-storage.ts'
export { isMemberToSql, toSql } from './to-sql.ts'
export type { SqliteCondition } from './upkeep/inspect.ts'

export type { HostClient, HostPool } from './host-pool.ts'
export type { PostgresCondition } from './inspect.ts'
export {
  type PlaceOptions,
  type PostgresStorage,
  type PostgresStorageOptions,
  postgresStorage,
  type ServerOptions,
} from './postgres-storage.ts'
export { isMemberToSql, type ToSqlOptions, toSql } from './to-sql.ts'

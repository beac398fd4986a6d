export type { ImmediateConnection } from './connection.ts'
export { storageError } from './errors.ts'
export type { Advice, CellType, FailureKind, ListFlavor, SqlFlavor } from './flavor.ts'
export {
  type HostTransaction,
  isKyselyTransaction,
  type KyselyTransaction,
  noTransaction,
  provideConnectionOf,
} from './host-transaction.ts'
export { type KyselyStorageOptions, kyselyStorage } from './kysely-storage.ts'
export { checkedPrefix, indexName, type Place, tableName } from './names.ts'
export { isMemberToSql, type ToSqlOptions, toSql } from './predicate/to-sql.ts'
export type { Pause } from './retries.ts'
export type { ShopInSql, SideBySide } from './side-by-side.ts'
export type { AskNames, Spread } from './spread.ts'

export type { RowChanges } from '../domain/change/change.ts'
export type { Cell, Keys, Rows, TableName } from '../domain/change/rows.ts'
export type { ErrorCode } from '../domain/error/codes.ts'
export { isLanggananError, LanggananError } from '../domain/error/langganan-error.ts'
export type { CountKind } from '../domain/history/rows.ts'
export { whatsAppKinds } from '../domain/interactions/window.ts'
export type { Account } from '../domain/ledger/rows.ts'
export type { AccountBalance } from '../domain/ledger/trial-balance.ts'
export { safeAmount } from '../domain/money/overflow.ts'
export { didYouMean } from '../domain/segments/check/nearest.ts'
export type {
  AttributeCondition,
  AverageCondition,
  ColumnRef,
  Comparison,
  Condition,
  ConsentCondition,
  EventFilter,
  EventListName,
  EventLists,
  EventMeasure,
  EventMeasures,
  EventsCondition,
  IdentityCondition,
  LabelCondition,
  MemberCondition,
  MembershipCondition,
  OverdueCondition,
  ReachableCondition,
  SampleCondition,
  ScoreCondition,
  ValueTest,
  WindowCondition,
} from '../domain/segments/condition.ts'
export type { Reports } from './storage/reports.ts'
export type {
  Member,
  MembersQuestion,
  Sort,
  Storage,
  StorageTransaction,
  TransactionMode,
} from './storage/storage.ts'
export type { ColumnType, Index, Table, Tables } from './storage/table.ts'
export { tableNames, tables } from './storage/tables.ts'

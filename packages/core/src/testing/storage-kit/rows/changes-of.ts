import type { RowChanges } from '../../../domain/change/change.ts'
import type { Keys, Rows, TableName } from '../../../domain/change/rows.ts'

/** What is to be written to one table. */
export interface TableChange<T extends TableName> {
  readonly remove?: readonly Keys[T][]
  readonly put?: readonly Rows[T][]
  readonly insert?: readonly Rows[T][]
}

/** The changes of one table. */
export function changesOf<T extends TableName>(
  table: T,
  { remove = [], put = [], insert = [] }: TableChange<T>,
): RowChanges {
  const changes: RowChanges = { insert: {}, put: {}, remove: {} }
  Object.assign(changes.remove, { [table]: remove })
  Object.assign(changes.put, { [table]: put })
  Object.assign(changes.insert, { [table]: insert })
  return changes
}

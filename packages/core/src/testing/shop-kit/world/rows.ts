import type { RowChanges } from '../../../domain/change/change.ts'
import type { Rows, TableName } from '../../../domain/change/rows.ts'
import type { Storage } from '../../../ports/storage/storage.ts'
import { tableNames } from '../../../ports/storage/tables.ts'

/** Every row of a shop, by table, in the order of the keys. */
export type Dump = Readonly<Record<string, readonly object[]>>

export async function dumpRows(storage: Storage, shopId: string): Promise<Dump> {
  return storage.transaction(shopId, 'read', async (tx) => {
    const dump: Record<string, readonly object[]> = {}
    for (const table of tableNames) dump[table] = await tx.scan(table, null, all)
    return dump
  })
}

/** The rows of one table. */
export async function rowsOf<T extends TableName>(
  storage: Storage,
  shopId: string,
  table: T,
): Promise<readonly Rows[T][]> {
  return storage.transaction(shopId, 'read', (tx) => tx.scan(table, null, all))
}

/** Writes every row into a shop that is not there yet: no row names its shop. */
export async function copyRows(storage: Storage, rows: Dump, shopId: string): Promise<void> {
  const changes: RowChanges = { insert: {}, put: {}, remove: {} }
  Object.assign(changes.insert, rows)
  await storage.transaction(shopId, 'alone', (tx) => tx.apply(changes))
}

const all = Number.MAX_SAFE_INTEGER

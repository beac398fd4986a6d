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

const all = Number.MAX_SAFE_INTEGER

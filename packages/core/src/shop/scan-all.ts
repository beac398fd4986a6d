import type { Keys, Rows, TableName } from '../domain/change/rows.ts'
import type { StorageTransaction } from '../ports/storage/storage.ts'

const pageSize = 1_000

/** Every row of a table, in pages, in the order of keys. */
export async function* scanPages<T extends TableName>(
  tx: StorageTransaction,
  table: T,
  keyOf: (row: Rows[T]) => Keys[T],
): AsyncGenerator<readonly Rows[T][]> {
  let after: Keys[T] | null = null
  for (;;) {
    const page: readonly Rows[T][] = await tx.scan(table, after, pageSize)
    if (page.length > 0) yield page
    const last = page.at(-1)
    if (last === undefined || page.length < pageSize) return
    after = keyOf(last)
  }
}

/** All rows of a table that is small by nature: tags, groups, categories, segments, views, labels. */
export async function scanAll<
  T extends 'tags' | 'groups' | 'categories' | 'segments' | 'views' | 'labels',
>(tx: StorageTransaction, table: T): Promise<readonly Rows[T][]> {
  return tx.scan(table, null, Number.MAX_SAFE_INTEGER)
}

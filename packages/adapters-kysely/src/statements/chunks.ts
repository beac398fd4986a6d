import { type Rows, type TableName, tables } from '@langganan/core/storage'

/** Rows of one statement where they are bound as a list; keeps each in the low megabytes. */
const chunkSize = 1_000

/** The rows in stretches that one statement takes each. */
export function* chunksOf<R>(rows: readonly R[]): Iterable<readonly R[]> {
  for (let from = 0; from < rows.length; from += chunkSize) {
    yield rows.slice(from, from + chunkSize)
  }
}

/**
 * The same so that no two rows of a stretch have one key: a statement may write a row only once,
 * while of several the last is what stays.
 */
export function* chunksOfOwnKeys<T extends TableName>(
  table: T,
  rows: readonly Rows[T][],
): Iterable<readonly Rows[T][]> {
  const fields = tables[table].key
  let chunk: Rows[T][] = []
  let keys = new Set<string>()
  for (const row of rows) {
    const key = JSON.stringify(fields.map((field) => row[field]))
    if (keys.has(key) || chunk.length === chunkSize) {
      yield chunk
      chunk = []
      keys = new Set()
    }
    keys.add(key)
    chunk.push(row)
  }
  if (chunk.length > 0) yield chunk
}

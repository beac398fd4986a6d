import type { Cell, Rows, TableName } from '../domain/change/rows.ts'
import type { Table } from '../ports/storage/table.ts'
import { compareCells } from './compare-cells.ts'

/** The rows of one table of one shop, with an undo step for each change. */
export interface TableStore<T extends TableName> {
  get(key: readonly Cell[]): Rows[T] | undefined
  /** Rows whose index begins with the prefix, in the order of the index. */
  find(index: string, prefix: readonly Cell[]): Rows[T][]
  scan(after: readonly Cell[] | null, limit: number): Rows[T][]
  all(): Iterable<Rows[T]>
  /** Writes a row, or removes it where `row` is undefined; the answer undoes that. */
  write(key: readonly Cell[], row: Rows[T] | undefined): () => void
  keyOf(row: Rows[T]): readonly Cell[]
}

export function tableStore<T extends TableName>(table: Table<T>): TableStore<T> {
  type Row = Rows[T]
  const rows = new Map<string, Row>()
  // One bucket per value of an index's first column: enough to keep look-ups from reading the whole table.
  const buckets = new Map<string, Map<Cell, Map<string, Row>>>()
  for (const columns of [
    table.key,
    ...Object.values(table.indexes).map((index) => index.columns),
  ]) {
    const [first] = columns
    if (first !== undefined) buckets.set(first, new Map())
  }

  const cellsOf = (row: Row, columns: readonly string[]): Cell[] =>
    columns.map((column) => cellAt(row, column))
  const keyOf = (row: Row): Cell[] => cellsOf(row, table.key)

  function place(name: string, row: Row | undefined): void {
    const before = rows.get(name)
    if (before !== undefined) {
      rows.delete(name)
      for (const [column, values] of buckets) values.get(cellAt(before, column))?.delete(name)
    }
    if (row === undefined) return
    rows.set(name, row)
    for (const [column, values] of buckets) {
      const value = cellAt(row, column)
      const bucket = values.get(value)
      if (bucket === undefined) values.set(value, new Map([[name, row]]))
      else bucket.set(name, row)
    }
  }

  const byColumns = (columns: readonly string[]) => (a: Row, b: Row) =>
    compareLists(cellsOf(a, columns), cellsOf(b, columns))

  return {
    get: (key) => rows.get(JSON.stringify(key)),
    find(index, prefix) {
      const declared = table.indexes[index]
      const columns = declared?.columns ?? table.key
      const present = declared?.present
      const [first] = columns
      const found =
        first !== undefined && buckets.has(first) && prefix.length > 0
          ? buckets
              .get(first)
              ?.get(prefix[0] ?? null)
              ?.values()
          : rows.values()
      return [...(found ?? [])]
        .filter((row) => present === undefined || cellAt(row, present) !== null)
        .filter((row) => prefix.every((value, i) => cellAt(row, columns[i] ?? '') === value))
        .sort(byColumns([...columns, ...table.key]))
    },
    scan(after, limit) {
      const sorted = [...rows.values()].sort(byColumns(table.key))
      const rest =
        after === null ? sorted : sorted.filter((row) => compareLists(keyOf(row), after) > 0)
      return rest.slice(0, limit)
    },
    all: () => rows.values(),
    write(key, row) {
      const name = JSON.stringify(key)
      const before = rows.get(name)
      place(name, row)
      return () => place(name, before)
    },
    keyOf,
  }
}

/** The value of a row's column. */
export function cellAt(row: object, column: string): Cell {
  const value: unknown = Reflect.get(row, column)
  if (typeof value === 'string' || typeof value === 'number') return value
  return null
}

function compareLists(a: readonly Cell[], b: readonly Cell[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const order = compareCells(a[i] ?? null, b[i] ?? null)
    if (order !== 0) return order
  }
  return a.length - b.length
}

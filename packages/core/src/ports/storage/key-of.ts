import type { Cell, Keys, Rows, TableName } from '../../domain/change/rows.ts'
import { tables } from './tables.ts'

/** The key of a table's row. */
export function keyOf<T extends TableName>(table: T, row: Rows[T]): Keys[T] {
  const cells = tables[table].key.map((column) => cellAt(row, column))
  if (isKey(table, cells)) return cells
  throw new TypeError(`The table ${table} has no such key.`)
}

/** The value of a row's column. */
export function cellAt(row: object, column: string): Cell {
  const value: unknown = Reflect.get(row, column)
  return typeof value === 'string' || typeof value === 'number' ? value : null
}

function isKey<T extends TableName>(table: T, cells: readonly Cell[]): cells is Keys[T] {
  return cells.length === tables[table].key.length
}

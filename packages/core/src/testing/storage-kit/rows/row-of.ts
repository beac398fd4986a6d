import type { Cell, Keys, Rows, TableName } from '../../../domain/change/rows.ts'
import type { ColumnType } from '../../../ports/storage/table.ts'
import { tables } from '../../../ports/storage/tables.ts'

/** The value of a row's column. */
export function cellAt(row: object, column: string): Cell {
  const value: unknown = Reflect.get(row, column)
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  throw new TypeError(`A row holds no ${column}.`)
}

/** Drawn cells as a row of the table, if they are one. */
export function rowFrom<T extends TableName>(table: T, cells: unknown): Rows[T] {
  if (isRow(table, cells)) return cells
  throw new TypeError(`Not a row of ${table}: ${JSON.stringify(cells)}.`)
}

export function keyFrom<T extends TableName>(table: T, cells: unknown): Keys[T] {
  if (isKey(table, cells)) return cells
  throw new TypeError(`Not a key of ${table}: ${JSON.stringify(cells)}.`)
}

export function keyOf<T extends TableName>(table: T, row: Rows[T]): Keys[T] {
  return keyFrom(
    table,
    tables[table].key.map((column) => cellAt(row, column)),
  )
}

function isRow<T extends TableName>(table: T, cells: unknown): cells is Rows[T] {
  if (typeof cells !== 'object' || cells === null) return false
  const types: readonly (readonly [string, ColumnType])[] = Object.entries(tables[table].columns)
  return types.every(([column, type]) => isCell(type, Reflect.get(cells, column)))
}

function isKey<T extends TableName>(table: T, cells: unknown): cells is Keys[T] {
  return Array.isArray(cells) && cells.length === tables[table].key.length
}

function isCell(type: ColumnType, value: unknown): boolean {
  if (value === null) return type.endsWith('?')
  return typeof value === (type.startsWith('text') ? 'string' : 'number')
}

import type { Cell, Rows, TableName } from '../domain/change/rows.ts'
import { textProblem } from '../domain/text/clean.ts'
import { compareCodePoints } from '../domain/text/code-point-order.ts'
import { cellAt } from '../ports/storage/key-of.ts'
import type { ColumnType } from '../ports/storage/table.ts'
import { tables } from '../ports/storage/tables.ts'

/** The rows of a table as lists of cells, and back. */
export interface TableRows<T extends TableName> {
  readonly columns: readonly string[]
  cellsOf(row: Rows[T]): readonly Cell[]
  /** The row of these cells; undefined where they are none of the table's. */
  rowOf(cells: readonly unknown[]): Rows[T] | undefined
}

export function tableRows<T extends TableName>(table: T): TableRows<T> {
  const types: readonly (readonly [string, ColumnType])[] = Object.entries(tables[table].columns)
  const columns = types.map(([column]) => column)

  function isRow(row: object): row is Rows[T] {
    return types.every(([column, type]) => isCell(type, Reflect.get(row, column)))
  }

  return {
    columns,
    cellsOf: (row) => columns.map((column) => cellAt(row, column)),
    rowOf(cells) {
      if (cells.length !== columns.length) return undefined
      const row = Object.fromEntries(columns.map((column, i) => [column, cells[i]]))
      return isRow(row) ? row : undefined
    },
  }
}

/** Whether a key lies behind another in the order that every storage scans in. */
export function isBehind(after: readonly Cell[], before: readonly Cell[]): boolean {
  for (const [i, cell] of after.entries()) {
    const order = compareCells(cell, before[i] ?? null)
    if (order !== 0) return order > 0
  }
  return false
}

function compareCells(a: Cell, b: Cell): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return compareCodePoints(String(a), String(b))
}

function isCell(type: ColumnType, value: unknown): boolean {
  if (value === null) return type.endsWith('?')
  if (type.startsWith('text')) return typeof value === 'string' && textProblem(value) === undefined
  return type.startsWith('integer') ? Number.isSafeInteger(value) : Number.isFinite(value)
}

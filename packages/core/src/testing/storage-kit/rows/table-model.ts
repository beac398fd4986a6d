import type { Cell, Rows, TableName } from '../../../domain/change/rows.ts'
import { compareCodePoints } from '../../../domain/text/code-point-order.ts'
import { tables } from '../../../ports/storage/tables.ts'
import type { TableChange } from './changes-of.ts'
import { cellAt, keyOf } from './row-of.ts'

/** What a table should hold, kept in the plainest way. */
export class TableModel<T extends TableName> {
  readonly #table: T
  #rows = new Map<string, Rows[T]>()

  constructor(table: T) {
    this.#table = table
  }

  /** Makes the change whole, or answers false where a row stands in the way and makes none of it. */
  apply({ remove = [], put = [], insert = [] }: TableChange<T>): boolean {
    const before = new Map(this.#rows)
    for (const key of remove) this.#rows.delete(JSON.stringify(key))
    const done = put.every((row) => this.#place(row)) && insert.every((row) => this.#add(row))
    if (!done) this.#rows = before
    return done
  }

  /** All rows in the order of their keys. */
  sorted(): readonly Rows[T][] {
    return this.sortedBy(tables[this.#table].key)
  }

  /** All rows in the order of these columns, then of their keys. */
  sortedBy(columns: readonly string[]): readonly Rows[T][] {
    const order = [...columns, ...tables[this.#table].key]
    return [...this.#rows.values()].sort((a, b) => {
      for (const column of order) {
        const difference = compareCells(cellAt(a, column), cellAt(b, column))
        if (difference !== 0) return difference
      }
      return 0
    })
  }

  #add(row: Rows[T]): boolean {
    return !this.#rows.has(this.#name(row)) && this.#place(row)
  }

  #place(row: Rows[T]): boolean {
    const name = this.#name(row)
    for (const { columns, unique } of Object.values(tables[this.#table].indexes)) {
      if (unique !== true) continue
      const taken = [...this.#rows].some(
        ([other, its]) => other !== name && columns.every((c) => cellAt(its, c) === cellAt(row, c)),
      )
      if (taken) return false
    }
    this.#rows.set(name, row)
    return true
  }

  #name(row: Rows[T]): string {
    return JSON.stringify(keyOf(this.#table, row))
  }
}

/** Missing values first, numbers by size, texts by code point. */
export function compareCells(a: Cell, b: Cell): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null)
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return compareCodePoints(String(a), String(b))
}

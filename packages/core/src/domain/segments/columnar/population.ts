import type { ColumnRef } from '../condition.ts'
import type { CustomerView } from '../customer-view.ts'
import { columnReader } from '../evaluate/columns.ts'
import type { Column } from './column.ts'
import { numberColumn } from './number-column.ts'
import { textColumn } from './text-column.ts'

/** Customers laid out as columns, for questions about all of them; a customer's row is its place. */
export interface ColumnarPopulation {
  readonly views: readonly CustomerView[]
  /** The column, laid out when it is first asked for and kept. */
  readonly column: (ref: ColumnRef) => Column
}

/** Lays customers out as columns. Later changes of the views are not seen where a column was read. */
export function columnarPopulation(views: readonly CustomerView[]): ColumnarPopulation {
  const columns = new Map<string, Column>()
  const column = (ref: ColumnRef): Column => {
    const name = `${ref.table}.${ref.column}`
    const kept = columns.get(name) ?? layOut(views, ref)
    columns.set(name, kept)
    return kept
  }
  return { views, column }
}

function layOut(views: readonly CustomerView[], ref: ColumnRef): Column {
  const reader = columnReader(ref)
  return reader.lies === undefined
    ? textColumn(views, reader.read)
    : numberColumn(views, reader.read)
}

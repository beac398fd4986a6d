import type { Predicate } from '../../domain/segments/predicate.ts'
import type { CustomerSort, SortDirection, ViewRow } from '../../domain/views/rows.ts'
import type { CustomerColumnName } from '../customers/columns.ts'
import { storedPredicate } from '../segments/catalogue.ts'

/** A named list of customers: whom it shows, what of them, in which order. */
export interface View {
  readonly id: string
  readonly name: string
  readonly where: Predicate
  /** Null where whoever shows the list chooses. */
  readonly columns: readonly CustomerColumnName[] | null
  readonly sort: CustomerSort | null
  readonly direction: SortDirection | null
  readonly createdAt: Date
  readonly updatedAt: Date
}

export function viewOf(row: ViewRow): View {
  return {
    id: row.id,
    name: row.name,
    where: storedPredicate(row.predicate),
    columns: row.columns === null ? null : storedColumns(row.columns),
    sort: row.sort,
    direction: row.direction,
    createdAt: new Date(row.createdAt),
    updatedAt: new Date(row.updatedAt),
  }
}

/** Columns as they are stored: they were checked on their way in. */
function storedColumns(json: string): readonly CustomerColumnName[] {
  return JSON.parse(json)
}

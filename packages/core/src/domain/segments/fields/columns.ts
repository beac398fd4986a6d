import type { CustomerRow } from '../../customers/rows.ts'
import type { FactsRow } from '../../value/rows.ts'
import type { ColumnRef } from '../condition.ts'

/** A column of the customer's row. */
export function ofCustomer(column: keyof CustomerRow): ColumnRef {
  return { table: 'customers', column }
}

/** A column of the facts row. */
export function ofFacts(column: keyof FactsRow): ColumnRef {
  return { table: 'facts', column }
}

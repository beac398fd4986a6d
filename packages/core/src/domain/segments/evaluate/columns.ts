import type { ColumnRef } from '../condition.ts'
import type { ColumnReader } from './column-reader.ts'
import { customerColumns } from './customer-columns.ts'
import { factsColumns } from './facts-columns.ts'

/** The reader of a column. */
export function columnReader(ref: ColumnRef): ColumnReader {
  return ref.table === 'customers' ? customerColumns[ref.column] : factsColumns[ref.column]
}

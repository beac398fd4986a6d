import { type ColumnRef, LanggananError, type TableName } from '@langganan/core/storage'
import { sql } from 'kysely'
import { columnsOf } from '../statements/columns.ts'
import type { TestedColumn } from './value-test.ts'

/** A column of the judged rows, qualified. */
export function judgedColumn({ table, column }: ColumnRef): TestedColumn {
  return tested(table, column, `${table}.`)
}

/** A column of the list that a subquery reads. */
export function listColumn(table: TableName, field: string): TestedColumn {
  return tested(table, field, '')
}

const known = new Map<string, TestedColumn>()

// Names come from the tables, never from a condition.
function tested(table: TableName, field: string, qualifier: string): TestedColumn {
  const name = `${qualifier}${table}.${field}`
  const before = known.get(name)
  if (before !== undefined) return before
  const column = columnsOf(table).find((each) => each.field === field)
  if (column === undefined) {
    throw new LanggananError(
      'STORAGE_FAILED',
      `The table ${table} has no column that a condition names.`,
    )
  }
  const { type, nullable } = column
  const made = { ref: sql.ref(qualifier + column.name), type, nullable }
  known.set(name, made)
  return made
}

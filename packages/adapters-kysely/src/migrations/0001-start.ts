import { tableNames, tables } from '@langganan/core/storage'
import { createTable } from './create-table.ts'
import type { Migration } from './migration.ts'

/**
 * All tables as the core declares them. The SQL that this comes to is kept beside its test: when a
 * released version has written it into databases, freeze it here and let a second migration follow.
 */
export const start: Migration = {
  name: '0001_start',
  statements: (context) => tableNames.flatMap((name) => createTable(context, name, tables[name])),
}

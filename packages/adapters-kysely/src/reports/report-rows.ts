import type { TableName } from '@langganan/core/storage'
import { type RawBuilder, sql } from 'kysely'
import type { Target } from '../apply.ts'
import { tableAt } from '../names.ts'
import { later } from '../statements/fragments.ts'

/** What a report's statement is written with. */
export interface ReportSql {
  /** A table of the storage. */
  table(name: TableName): RawBuilder<unknown>
  /** A value bound when the statement runs. */
  readonly laterText: RawBuilder<unknown>
  readonly laterInteger: RawBuilder<unknown>
  /** Whether a column is among the texts of a list bound later. */
  amongLater(column: string): RawBuilder<unknown>
}

/** Runs a report's statement, compiled once, with these values in the order of its placeholders. */
export function reportRows<R>(
  { session, statements }: Target,
  name: string,
  build: (write: ReportSql) => RawBuilder<unknown>,
  parameters: readonly unknown[],
): Promise<readonly R[]> {
  const statement = statements.of(`report ${name}`, () =>
    build({
      table: (table) => tableAt(statements, table),
      laterText: statements.flavor.value(later, 'text'),
      laterInteger: statements.flavor.value(later, 'integer'),
      amongLater: (column) =>
        statements.flavor.lists.holds(sql.ref(column), sql`${sql.val(later)}`, 'text'),
    }),
  )
  return session.rows<R>(statement, parameters, `reporting ${name}`)
}

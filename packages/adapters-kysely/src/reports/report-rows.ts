import type { TableName } from '@langganan/core/storage'
import { type RawBuilder, sql } from 'kysely'
import type { Target } from '../apply.ts'
import { tableName } from '../names.ts'

/** What a report's statement is written with. */
export interface ReportSql {
  /** A table of the storage. */
  table(name: TableName): RawBuilder<unknown>
  /** A value, or the texts of a list, bound when the statement runs. */
  readonly laterText: RawBuilder<unknown>
  readonly laterInteger: RawBuilder<unknown>
  readonly laterTexts: RawBuilder<unknown>
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
      table: (table) => sql.table(tableName(statements.prefix, table)),
      laterText: statements.flavor.value('', 'text'),
      laterInteger: statements.flavor.value('', 'integer'),
      laterTexts: statements.flavor.jsonValues(sql.val(''), 'text'),
    }),
  )
  return session.rows<R>(statement, parameters, `reporting ${name}`)
}

import type { ColumnType, TableName } from '@langganan/core/storage'
import { type RawBuilder, sql } from 'kysely'
import { cellType } from '../flavor.ts'
import { indexName, snakeCase, tableAt } from '../names.ts'
import { shopColumn } from '../statements/columns.ts'
import type { MigrationContext } from './migration.ts'

/** A table of the core's without its types, as the schema needs it. */
export interface Declared {
  readonly columns: Readonly<Record<string, ColumnType>>
  readonly key: readonly string[]
  readonly indexes: Readonly<
    Record<
      string,
      {
        readonly columns: readonly string[]
        readonly unique?: true
        readonly present?: string
      }
    >
  >
}

/** The statements that create a table and its indexes, each beginning with the shop id. */
export function createTable(
  context: MigrationContext,
  table: TableName,
  declared: Declared,
): readonly RawBuilder<unknown>[] {
  const { flavor, prefix } = context
  const name = tableAt(context, table)
  const columns = Object.entries(declared.columns).map(([field, type]) =>
    column(snakeCase(field), type),
  )
  const parts = [column(shopColumn, 'text'), ...columns, sql`primary key (${refs(declared.key)})`]
  const indexes = Object.entries(declared.indexes).map(([index, declaredIndex]) => {
    const { columns: fields, unique, present } = declaredIndex
    const kind = unique === true ? sql`unique index` : sql`index`
    const rows =
      present === undefined ? sql`` : sql` where ${sql.ref(snakeCase(present))} is not null`
    return sql`create ${kind} ${sql.ref(indexName(prefix, table, index))} on ${name} (${indexed(fields)})${rows}`
  })
  const body = sql.join(parts, sql`,\n  `)
  return [sql`create table ${name} (\n  ${body}\n) ${flavor.tableOptions}`, ...indexes]

  function indexed(fields: readonly string[]): RawBuilder<unknown> {
    const sorted = fields.map((field) => {
      const isNullable = declared.columns[field]?.endsWith('?') ?? false
      return isNullable
        ? sql`${sql.ref(snakeCase(field))}${flavor.nullsFirst}`
        : sql.ref(snakeCase(field))
    })
    return sql.join([sql.ref(shopColumn), ...sorted])
  }

  function column(columnName: string, type: ColumnType): RawBuilder<unknown> {
    const { type: cells, nullable } = cellType(type)
    return sql`${sql.ref(columnName)} ${flavor.columnTypes[cells]}${nullable ? sql`` : sql` not null`}`
  }
}

function refs(fields: readonly string[]): RawBuilder<unknown> {
  return sql.join([sql.ref(shopColumn), ...fields.map((field) => sql.ref(snakeCase(field)))])
}

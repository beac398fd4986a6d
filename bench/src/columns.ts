import { type ColumnType, type TableName, tableNames, tables } from '@langganan/core/storage'

const columns = new Map(
  tableNames.map((table) => [table, Object.entries<ColumnType>(tables[table].columns)]),
)

/** The fields of a table's row with the types of their columns, in the order of the columns. */
export function columnsOf(
  table: TableName,
): readonly (readonly [field: string, type: ColumnType])[] {
  return columns.get(table) ?? []
}

/** The fields of a table's row, in the order of its columns. */
export function fieldsOf(table: TableName): readonly string[] {
  return columnsOf(table).map(([field]) => field)
}

/** What is selected so that a fetched row has the fields of the core's. */
export function selected(table: TableName): string {
  return fieldsOf(table)
    .map((field) => `${snakeCase(field)} as "${field}"`)
    .join(', ')
}

/** What stands behind `on conflict` so that a row takes the place of the one with its key. */
export function replacing(table: TableName): string {
  const key = tables[table].key.map(snakeCase)
  const rest = fieldsOf(table)
    .map(snakeCase)
    .filter((name) => !key.includes(name))
    .map((name) => `${name} = excluded.${name}`)
  return `${keyOf(table)} do ${rest.length === 0 ? 'nothing' : `update set ${rest.join(', ')}`}`
}

/** The columns of a table's key, in parentheses. */
export function keyOf(table: TableName): string {
  return `(${['shop_id', ...tables[table].key.map(snakeCase)].join(', ')})`
}

/** The name in SQL of a table or column. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

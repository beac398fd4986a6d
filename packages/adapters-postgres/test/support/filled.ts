import { tableName } from '@langganan/adapters-kysely'
import { type ColumnType, type TableName, tables } from '@langganan/core/storage'
import { ask } from './storages.ts'

/** Columns that many rows share a value of. */
const shared = new Set([
  'kind',
  'field',
  'tagId',
  'labelId',
  'segmentId',
  'account',
  'purpose',
  'channel',
  'decision',
  'rfmGroup',
  'productFold',
  'cityFold',
])

/** Rows of each table, all of the shop `kopi`, of whose numbers each is below a million. */
const rows = 20_000

/** Fills tables with rows that mean nothing but are as many and as different as those of a shop. */
export async function fill(schema: string, names: readonly TableName[]): Promise<void> {
  for (const table of names) {
    const columns = Object.entries<ColumnType>(tables[table].columns)
    const values = columns.map(([name, type]) => cellOf(table, name, type))
    const into = `${schema}.${tableName('', table)}`
    await ask(
      `insert into ${into} select 'kopi', ${values.join(', ')} from generate_series(1, ${rows}) as i`,
    )
    await ask(`analyze ${into}`)
  }
}

function cellOf(table: TableName, column: string, type: ColumnType): string {
  if (column === 'stands') return '1'
  const isKey = tables[table].key.some((each) => each === column)
  const value = type.startsWith('text') ? textOf(column, isKey) : numberOf(isKey)
  return type.endsWith('?') && !shared.has(column)
    ? `case when i % 20 = 0 then ${value} end`
    : value
}

function textOf(column: string, isKey: boolean): string {
  if (column === 'customerId') return isKey ? `'c' || i` : `'c' || i % 5000`
  return shared.has(column) ? `'${column} ' || i % 50` : `'${column} ' || i`
}

function numberOf(isKey: boolean): string {
  return isKey ? 'i' : '(i * 7919::bigint) % 1000000'
}

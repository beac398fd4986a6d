import { type ColumnType, type TableName, tableNames } from '@langganan/core/storage'
import type { Client } from 'pg'
import { columnsOf, fieldsOf, keyOf, replacing, snakeCase } from '../columns.ts'
import type { WrittenRows } from '../raw-writer.ts'

type How = 'put' | 'insert'

/** Writes rows as {@link rowWriter} does, in a transaction. */
export function rawWriter(
  client: Client,
  shopId: string,
): (changes: readonly WrittenRows[]) => Promise<void> {
  const write = rowWriter(client, shopId)
  return async (changes) => {
    await client.query('begin')
    await write(changes)
    await client.query('commit')
  }
}

/**
 * Writes rows as one would by hand: a statement per table, prepared once, that takes a column as an
 * array and whose rows come from `unnest`. Rows that are there already stay as they are, so that the
 * same may be written twice.
 */
export function rowWriter(
  client: Client,
  shopId: string,
): (changes: readonly WrittenRows[]) => Promise<void> {
  let seq = 0

  function cells(table: TableName, field: string, rows: readonly object[]): unknown[] {
    if (table === 'events' && field === 'seq') return rows.map((_, i) => seq + i + 1)
    return rows.map((row) => Reflect.get(row, field))
  }

  async function writeTable(how: How, table: TableName, rows: readonly object[]): Promise<void> {
    if (rows.length === 0) return
    await client.query({
      name: `${how} ${table}`,
      text: writeSql(table, how),
      values: [shopId, ...fieldsOf(table).map((field) => cells(table, field, rows))],
    })
    if (table === 'events') seq += rows.length
  }

  return async (changes) => {
    for (const change of changes) {
      for (const table of tableNames) await writeTable('put', table, change.put[table] ?? [])
      for (const table of tableNames) await writeTable('insert', table, change.insert[table] ?? [])
    }
  }
}

function writeSql(table: TableName, how: How): string {
  const columns = columnsOf(table)
  const names = columns.map(([field]) => snakeCase(field))
  const lists = columns.map(([, type], i) => `$${i + 2}::${sqlType(type)}[]`)
  return `insert into ${snakeCase(table)} (shop_id, ${names.join(', ')})
    select $1, * from unnest(${lists.join(', ')})
    on conflict ${how === 'put' ? replacing(table) : `${keyOf(table)} do nothing`}`
}

function sqlType(type: ColumnType): string {
  if (type.startsWith('text')) return 'text'
  return type.startsWith('integer') ? 'bigint' : 'double precision'
}

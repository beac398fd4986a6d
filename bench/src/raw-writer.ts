import { type Cell, type TableName, tableNames } from '@langganan/core/storage'
import type { Database, Statement } from 'better-sqlite3'
import { fieldsOf, replacing, snakeCase } from './columns.ts'

type How = 'put' | 'insert'

/** Rows to write, as far as it takes to write them. */
export interface WrittenRows {
  readonly insert: Readonly<Partial<Record<TableName, readonly object[]>>>
  readonly put: Readonly<Partial<Record<TableName, readonly object[]>>>
}

/** Writes rows as {@link rowWriter} does, each list of changes in a transaction. */
export function rawWriter(
  database: Database,
  shopId: string,
): (transactions: readonly (readonly WrittenRows[])[]) => void {
  const write = rowWriter(database, shopId)
  return (transactions) => {
    for (const changes of transactions) {
      database.exec('begin immediate')
      write(changes)
      database.exec('commit')
    }
  }
}

/** Writes rows as one would by hand: a prepared statement per table, run over the rows. */
export function rowWriter(
  database: Database,
  shopId: string,
): (changes: readonly WrittenRows[]) => void {
  const statementFor = preparedOnce(database)
  let seq = 0

  function writeRow(statement: Statement, table: TableName, row: object): void {
    if (table === 'events') seq += 1
    const cells = fieldsOf(table).map(
      (field): Cell => (field === 'seq' ? seq : Reflect.get(row, field)),
    )
    statement.run(shopId, ...cells)
  }

  function writeTable(how: How, table: TableName, rows: readonly object[]): void {
    if (rows.length === 0) return
    const statement = statementFor(how, table)
    for (const row of rows) writeRow(statement, table, row)
  }

  return (changes) => {
    for (const change of changes) {
      for (const table of tableNames) writeTable('put', table, change.put[table] ?? [])
      for (const table of tableNames) writeTable('insert', table, change.insert[table] ?? [])
    }
  }
}

function preparedOnce(database: Database): (how: How, table: TableName) => Statement {
  const statements = new Map<string, Statement>()
  return (how, table) => {
    const name = `${how} ${table}`
    const statement = statements.get(name) ?? database.prepare(writeSql(table, how))
    statements.set(name, statement)
    return statement
  }
}

function writeSql(table: TableName, how: How): string {
  const names = fieldsOf(table).map(snakeCase)
  const insert = `insert into ${snakeCase(table)} (shop_id, ${names.join(', ')}) values (?${', ?'.repeat(names.length)})`
  return how === 'insert' ? insert : `${insert} on conflict ${replacing(table)}`
}

import { type TableName, tables } from '@langganan/core/storage'
import { type CompiledQuery, type RawBuilder, sql } from 'kysely'
import { snakeCase, tableAt } from '../names.ts'
import { columnsOf, keyColumns, shopColumn } from './columns.ts'
import { later, ofKey, ofList, ofShop, refs } from './fragments.ts'
import type { Statements } from './statements.ts'

/** How rows are written: as new ones, or in the place of those with their keys. */
export type Write = 'insert' | 'put'

/** Writes one row. Binds the shop and the cells of the row. */
export function writeOne(statements: Statements, table: TableName, write: Write): CompiledQuery {
  return statements.of(`${write} one ${table}`, () => {
    const values = sql.join([later, ...columnsOf(table).map(() => later)])
    return sql`${into(statements, table)} values (${values}) ${onConflict(table, write)}`
  })
}

/** Inserts so many new rows, of which some may stay when one fails. Binds the shop and the cells of each row. */
export function insertSome(statements: Statements, table: TableName, rows: number): CompiledQuery {
  return statements.of(`insert ${rows} ${table}`, () => {
    const row = sql`(${sql.join([later, ...columnsOf(table).map(() => later)])})`
    const { insertInto } = statements.flavor
    return sql`${insertInto} ${columnsInto(statements, table)} values ${sql.join(Array.from({ length: rows }, () => row))}`
  })
}

/** Writes many rows. Binds a list of rows, then the shop. */
export function writeMany(statements: Statements, table: TableName, write: Write): CompiledQuery {
  return statements.of(`${write} many ${table}`, () => {
    const columns = columnsOf(table)
    const rows = statements.flavor.lists.select(columns.map(({ type }) => type))
    const names = sql.join(columns.map(({ name }) => sql.ref(name)))
    // SQLite reads the `on` of `on conflict` as a join's unless a `where` comes between.
    return sql`with listed (${names}) as (${rows}) ${into(statements, table)} select ${later}, ${names} from listed where true ${onConflict(table, write)}`
  })
}

/** Removes the row of one key. Binds the shop and the cells of the key. */
export function removeOne(statements: Statements, table: TableName): CompiledQuery {
  return statements.of(
    `remove one ${table}`,
    () => sql`${deleteFrom(statements, table)} where ${ofKey(statements.flavor, table)}`,
  )
}

/** Removes the rows of many keys. Binds the shop and a list of the keys. */
export function removeMany(statements: Statements, table: TableName): CompiledQuery {
  return statements.of(`remove many ${table}`, () => {
    const listed = ofList(statements.flavor, keyColumns(table))
    return sql`${deleteFrom(statements, table)} where ${listed}`
  })
}

/** The highest number that a numbered table holds, or null. Binds the shop. */
export function lastNumber(statements: Statements, table: TableName, field: string): CompiledQuery {
  return statements.of(`last number ${table}`, () => {
    const from = tableAt(statements, table)
    return sql`select max(${sql.ref(snakeCase(field))}) as "last" from ${from} where ${ofShop(statements.flavor)}`
  })
}

function into(statements: Statements, table: TableName): RawBuilder<unknown> {
  return sql`insert into ${columnsInto(statements, table)}`
}

function columnsInto(statements: Statements, table: TableName): RawBuilder<unknown> {
  const names = sql.join([sql.ref(shopColumn), refs(columnsOf(table))])
  return sql`${tableAt(statements, table)} (${names})`
}

function deleteFrom(statements: Statements, table: TableName): RawBuilder<unknown> {
  return sql`delete from ${tableAt(statements, table)}`
}

function onConflict(table: TableName, write: Write): RawBuilder<unknown> {
  if (write === 'insert') return sql``
  const key = keyColumns(table)
  const isKey = new Set<string>(tables[table].key)
  const rest = columnsOf(table).filter(({ field }) => !isKey.has(field))
  const on = sql.join([shopColumn, ...key.map(({ name }) => name)].map((name) => sql.ref(name)))
  if (rest.length === 0) return sql`on conflict (${on}) do nothing`
  const set = rest.map(({ name }) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`)
  return sql`on conflict (${on}) do update set ${sql.join(set)}`
}

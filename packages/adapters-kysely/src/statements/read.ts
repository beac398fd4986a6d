import type { TableName } from '@langganan/core/storage'
import { type CompiledQuery, type RawBuilder, sql } from 'kysely'
import { tableAt } from '../names.ts'
import {
  columnsOf,
  indexColumns,
  keyColumns,
  presentColumn,
  selected,
  shopColumn,
} from './columns.ts'
import {
  and,
  equals,
  inOrder,
  isBehind,
  isNull,
  isPresent,
  later,
  ofKey,
  ofList,
  ofShop,
} from './fragments.ts'
import type { Statements } from './statements.ts'

/** The row of one key. Binds the shop and the cells of the key. */
export function getOne(statements: Statements, table: TableName): CompiledQuery {
  return statements.of(
    `get one ${table}`,
    () => sql`${rowsOf(statements, table)} where ${ofKey(statements.flavor, table)}`,
  )
}

/** The rows of many keys. Binds the shop and a list of the keys. */
export function getMany(statements: Statements, table: TableName): CompiledQuery {
  return statements.of(`get many ${table}`, () => {
    const listed = ofList(statements.flavor, keyColumns(table))
    return sql`${rowsOf(statements, table)} where ${listed}`
  })
}

/**
 * Rows by the first columns of an index, in its order. Binds the shop and those cells of the prefix
 * that are not null; `nulls` tells which are.
 */
export function findOne(
  statements: Statements,
  table: TableName,
  index: string,
  nulls: readonly boolean[],
): CompiledQuery {
  return statements.of(`find one ${table} ${index} ${nulls.join()}`, () => {
    const { flavor } = statements
    const given = indexColumns(table, index)
      .slice(0, nulls.length)
      .map((column, i) => (nulls[i] === true ? isNull(column) : equals(flavor, column)))
    const chosen = and([ofShop(flavor), ...given, ...inIndex(table, index)])
    return sql`${rowsOf(statements, table)} where ${chosen} ${byIndex(table, index)}`
  })
}

/** As {@link findOne} for many prefixes of one length without nulls, bound as a list. */
export function findMany(
  statements: Statements,
  table: TableName,
  index: string,
  length: number,
): CompiledQuery {
  return statements.of(`find many ${table} ${index} ${length}`, () => {
    const listed = ofList(statements.flavor, indexColumns(table, index).slice(0, length))
    const chosen = and([listed, ...inIndex(table, index)])
    return sql`${rowsOf(statements, table)} where ${chosen} ${byIndex(table, index)}`
  })
}

/** Rows in the order of their keys. Binds the shop, the key to begin after if `after`, the limit. */
export function scan(statements: Statements, table: TableName, after: boolean): CompiledQuery {
  return statements.of(`scan ${table} ${after}`, () => {
    const key = keyColumns(table)
    const shop = ofShop(statements.flavor)
    const chosen = after ? and([shop, isBehind(key)]) : shop
    return sql`${rowsOf(statements, table)} where ${chosen} ${inOrder(key)} limit ${statements.flavor.value(later, 'integer')}`
  })
}

/** Every shop, ascending; beside migrations the only statement that names no shop. */
export function shopIds(statements: Statements): CompiledQuery {
  return statements.of('shop ids', () => {
    const shops = tableAt(statements, 'shops')
    return sql`select ${sql.ref(shopColumn)} as "id" from ${shops} order by ${sql.ref(shopColumn)}`
  })
}

function rowsOf(statements: Statements, table: TableName): RawBuilder<unknown> {
  const from = tableAt(statements, table)
  return sql`select ${selected(columnsOf(table))} from ${from}`
}

/** What says that a row is in the index, where not every one is. */
function inIndex(table: TableName, index: string): readonly RawBuilder<unknown>[] {
  const present = presentColumn(table, index)
  return present === undefined ? [] : [isPresent(present)]
}

function byIndex(table: TableName, index: string): RawBuilder<unknown> {
  const columns = indexColumns(table, index)
  const names = new Set(columns.map(({ name }) => name))
  return inOrder([...columns, ...keyColumns(table).filter(({ name }) => !names.has(name))])
}

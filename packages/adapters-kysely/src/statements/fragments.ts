import type { TableName } from '@langganan/core/storage'
import { type RawBuilder, sql } from 'kysely'
import type { SqlFlavor } from '../flavor.ts'
import { type Column, keyColumns, shopColumn } from './columns.ts'

/** Stands where a value is bound when the statement runs. */
export const later = ''

export function ofShop(flavor: SqlFlavor): RawBuilder<unknown> {
  return sql`${sql.ref(shopColumn)} = ${flavor.value(later, 'text')}`
}

/** All of the conditions; none of them is an empty text. */
export function and(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql.join(conditions, sql` and `)
}

export function equals(flavor: SqlFlavor, { name, type }: Column): RawBuilder<unknown> {
  return sql`${sql.ref(name)} = ${flavor.value(later, type)}`
}

export function isNull({ name }: Column): RawBuilder<unknown> {
  return sql`${sql.ref(name)} is null`
}

export function isPresent({ name }: Column): RawBuilder<unknown> {
  return sql`${sql.ref(name)} is not null`
}

/** The columns are among those that a list gives: values for one column, rows for more. */
function isListed(flavor: SqlFlavor, columns: readonly Column[]): RawBuilder<unknown> {
  const [first] = columns
  if (columns.length === 1 && first !== undefined) {
    return flavor.lists.holds(sql.ref(first.name), sql`${sql.val(later)}`, first.type)
  }
  const types = columns.map(({ type }) => type)
  return sql`(${refs(columns)}) in (${flavor.lists.select(types)})`
}

/** What is bound for such a list. */
export function boundList(
  { lists }: SqlFlavor,
  columns: readonly Column[],
  listed: readonly (readonly unknown[])[],
): readonly unknown[] {
  const types = columns.map(({ type }) => type)
  const [first] = types
  if (types.length === 1 && first !== undefined) return [lists.values(listed.flat(), first)]
  return lists.rows(listed, types)
}

/** The columns lie behind the values bound later, in their order. */
export function isBehind(columns: readonly Column[]): RawBuilder<unknown> {
  return sql`(${refs(columns)}) > (${sql.join(columns.map(() => later))})`
}

/** Ascending, missing values first, as the core sorts an index. */
export function inOrder(columns: readonly Column[]): RawBuilder<unknown> {
  if (columns.length === 0) return sql``
  return sql`order by ${sql.join(
    columns.map(({ name, nullable }) =>
      nullable ? sql`${sql.ref(name)} asc nulls first` : sql.ref(name),
    ),
  )}`
}

export function refs(columns: readonly Column[]): RawBuilder<unknown> {
  return sql.join(columns.map(({ name }) => sql.ref(name)))
}

/** The row of one key of one shop. */
export function ofKey(flavor: SqlFlavor, table: TableName): RawBuilder<unknown> {
  return and([ofShop(flavor), ...keyColumns(table).map((column) => equals(flavor, column))])
}

/** The rows of one shop whose columns are among those that a list gives. */
export function ofList(flavor: SqlFlavor, columns: readonly Column[]): RawBuilder<unknown> {
  return and([ofShop(flavor), isListed(flavor, columns)])
}

import type { MembersQuestion, Sort } from '@langganan/core/storage'
import { type RawBuilder, sql } from 'kysely'
import type { SqlFlavor } from '../flavor.ts'
import { columnOf } from '../statements/columns.ts'
import type { Population } from './population.ts'

/** A stretch of members in one order, behind the one to continue after. */
export interface Range {
  readonly value: RawBuilder<unknown>
  readonly bounds: readonly RawBuilder<unknown>[]
  readonly order: RawBuilder<unknown>
}

/** Everybody by id. */
export function byId(flavor: SqlFlavor, { id }: Population, { after }: MembersQuestion): Range {
  const bounds = after === undefined ? [] : [sql`${id} > ${flavor.value(after.id, 'text')}`]
  return { value: id, bounds, order: id }
}

/** Those who have a value in the column, by it. */
export function byValue(
  flavor: SqlFlavor,
  { id }: Population,
  { after }: MembersQuestion,
  { column, direction }: Sort,
): Range {
  const { name, type, nullable } = columnOf(column.table, column.column)
  const value = sql.ref(`${column.table}.${name}`)
  const isDown = direction === 'descending'
  const bounds = nullable ? [sql`${value} is not null`] : []
  if (after !== undefined) {
    const reached = flavor.value(after.value, type)
    // The first bound is what an index is entered by, the second what ties need.
    bounds.push(isDown ? sql`${value} <= ${reached}` : sql`${value} >= ${reached}`)
    const isBeyond = isDown ? sql`${value} < ${reached}` : sql`${value} > ${reached}`
    bounds.push(sql`(${isBeyond} or ${id} > ${flavor.value(after.id, 'text')})`)
  }
  return {
    value,
    bounds,
    order: sql`${value} ${nullable ? orders[direction] : plainOrders[direction]}, ${id}`,
  }
}

const plainOrders = { ascending: sql`asc`, descending: sql`desc` }

// No value here is null; said so, an index in which nulls come first serves the order.
const orders = { ascending: sql`asc nulls first`, descending: sql`desc nulls last` }

/** Those who have no value in the column, by id. */
export function byMissing(
  flavor: SqlFlavor,
  { id }: Population,
  { after }: MembersQuestion,
  { column }: Sort,
): Range {
  const { name } = columnOf(column.table, column.column)
  const bounds = [sql`${sql.ref(`${column.table}.${name}`)} is null`]
  if (after?.value === null) bounds.push(sql`${id} > ${flavor.value(after.id, 'text')}`)
  return { value: sql`null`, bounds, order: id }
}

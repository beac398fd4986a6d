import type { CellType, ListFlavor } from '@langganan/adapters-kysely'
import { type RawBuilder, sql } from 'kysely'

/** The types that Postgres knows cells by, without what only a column says. */
export const cellTypes: Readonly<Record<CellType, RawBuilder<unknown>>> = {
  text: sql`text`,
  integer: sql`bigint`,
  real: sql`double precision`,
}

/** Lists as arrays: one for values, one for each column of rows, which `unnest` puts side by side. */
export const arrayLists: ListFlavor = {
  values: (values) => values,
  holds: (value, list, type) => sql`${value} = any(${arrayOf(list, type)})`,
  rows: (rows, types) => types.map((_, column) => rows.map((row) => row[column])),
  select: (types) =>
    sql`select * from unnest(${sql.join(types.map((type) => arrayOf(sql`${sql.val('')}`, type)))})`,
}

function arrayOf(list: RawBuilder<unknown>, type: CellType): RawBuilder<unknown> {
  return sql`cast(${list} as ${cellTypes[type]}[])`
}

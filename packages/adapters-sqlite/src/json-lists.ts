import type { ListFlavor } from '@langganan/adapters-kysely'
import { type RawBuilder, sql } from 'kysely'

/** Lists as JSON, of which SQLite makes a table: an array of values, or of arrays of cells. */
export const jsonLists: ListFlavor = {
  values: (values) => JSON.stringify(values),
  holds: (value, list, type) =>
    type === 'real'
      ? // JSON writes a large double as an integer that is not quite it.
        sql`${value} in (select cast(value as real) from json_each(${list}))`
      : sql`${value} in (select value from json_each(${list}))`,
  rows: (rows) => [JSON.stringify(rows)],
  select: (types) =>
    sql`select ${sql.join(types.map((_, i) => cellAt(i)))} from json_each(${sql.val('')})`,
}

function cellAt(position: number): RawBuilder<unknown> {
  return sql`value ->> ${sql.lit(position)}`
}

import type { ShopInSql, SideBySide } from '@langganan/adapters-kysely'
import { type RawBuilder, sql } from 'kysely'

/**
 * Writers of one shop meet at advisory locks, which end with their transactions and write nothing:
 * a lock of the shop's row would write it with each of them. The statements read that row, so that
 * where rows are spread over servers they go to the one that has the shop.
 */
export const sideBySide: SideBySide = {
  holdWithOthers: (shop) => hold(sql`pg_advisory_xact_lock_shared`, shop, 'shop'),
  holdAlone: (shop) => hold(sql`pg_advisory_xact_lock`, shop, 'shop'),
  holdNumbers: (shop) => hold(sql`pg_advisory_xact_lock`, shop, 'numbers'),
  forRows: sql`for no key update`,
}

/** The table's own number tells apart storages of one database that have a shop of the same id. */
function hold(
  lock: RawBuilder<unknown>,
  { table, id, isShop }: ShopInSql,
  what: 'shop' | 'numbers',
): RawBuilder<unknown> {
  const key = sql`hashtextextended(${sql.lit(`langganan ${what} `)} || ${id}, tableoid::bigint)`
  return sql`select ${lock}(${key}) from ${table} where ${isShop}`
}

import { type Catalogue, check, type Predicate, resolve } from '@langganan/core/segments'
import { LanggananError } from '@langganan/core/storage'
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import { shopIdRequired } from '../errors.ts'
import type { SqlFlavor } from '../flavor.ts'
import { populationOf } from '../members/population.ts'
import { checkedPrefix, type Place } from '../names.ts'
import { judgedColumn } from './columns.ts'
import { conditionToSql } from './condition-to-sql.ts'
import { and } from './context.ts'

/** Of which shop a predicate is asked, when, and where its tables are. */
export interface ToSqlOptions {
  /** The id that the shop was opened with. */
  readonly shopId: string
  /** The instant that everything relative counts from. */
  readonly now: Date
  /** What `shop.segments.catalogue()` gives: names, currency, time zone, saved segments. */
  readonly catalogue: Catalogue
  /** What the names of the storage's tables begin with; empty if absent. */
  readonly prefix?: string | undefined
}

/**
 * A predicate as a condition of a query that has one row of `customers` and one of `facts` for each
 * customer, under these names: true exactly for the shop's customers who satisfy it. An index that
 * would serve the comparison serves it here.
 *
 * @throws LanggananError `PREDICATE_INVALID` or `PREDICATE_TOO_LARGE` for what `check` refuses,
 * `SHOP_ID_REQUIRED`, `INVALID_INPUT` for an instant or a prefix that is none.
 */
export function toSql(
  predicate: Predicate,
  options: ToSqlOptions & Pick<Place, 'schema'>,
  flavor: SqlFlavor,
): RawBuilder<SqlBool> {
  const { where, shopId, place } = settled(predicate, options)
  const customerId = judgedColumn({ table: 'customers', column: 'id' }).ref
  const shop = sql.ref('customers.shop_id')
  return and([
    sql`${shop} = ${flavor.value(shopId, 'text')}`,
    conditionToSql(where, { ...place, flavor, shopId, customerId }),
  ])
}

/**
 * The same as a condition on any expression that is a customer's id, such as a column of a table of
 * the host's own: whether it is among the ids of those who satisfy the predicate. Throws as
 * {@link toSql} does.
 */
export function isMemberToSql(
  customerId: Expression<string>,
  predicate: Predicate,
  options: ToSqlOptions & Pick<Place, 'schema'>,
  flavor: SqlFlavor,
): RawBuilder<SqlBool> {
  const { where, shopId, place } = settled(predicate, options)
  const { from, shop, id } = populationOf(place, where, undefined)
  const holds = and([
    sql`${shop} = ${flavor.value(shopId, 'text')}`,
    conditionToSql(where, { ...place, flavor, shopId, customerId: id }),
  ])
  return sql`${customerId} in (select ${id} from ${from} where ${holds})`
}

function settled(
  predicate: Predicate,
  { shopId, now, catalogue, schema, prefix = '' }: ToSqlOptions & Pick<Place, 'schema'>,
) {
  if (typeof shopId !== 'string' || shopId === '') throw shopIdRequired()
  const instant = now.getTime()
  if (Number.isNaN(instant)) {
    throw new LanggananError('INVALID_INPUT', 'The instant is no date. Pass a valid one.', {
      field: 'now',
    })
  }
  const where = resolve(check(predicate, catalogue), { ...catalogue, now: instant })
  return { where, shopId, place: { schema, prefix: checkedPrefix(prefix) } }
}

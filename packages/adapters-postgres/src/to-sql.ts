import {
  isMemberToSql as isMemberToSqlOf,
  type ToSqlOptions as ToSqlOptionsOfAny,
  toSql as toSqlOf,
} from '@langganan/adapters-kysely'
import type { Predicate } from '@langganan/core/segments'
import type { Expression, RawBuilder, SqlBool } from 'kysely'
import { checkSchema } from './check-options.ts'
import { postgresFlavor } from './postgres-flavor.ts'

/** Of which shop a predicate is asked, when, and where its tables are. */
export interface ToSqlOptions extends ToSqlOptionsOfAny {
  /** The schema of the storage's tables; where the connection looks first if absent. */
  readonly schema?: string | undefined
}

/**
 * A predicate as a condition for a query of the host's own, by Kysely, over the tables of the
 * storage. The query has one row of `customers` and one of `facts` for each customer, under these
 * names; the condition is true exactly for the shop's customers who satisfy the predicate.
 *
 * @throws LanggananError `PREDICATE_INVALID` or `PREDICATE_TOO_LARGE` for what `check` refuses,
 * `SHOP_ID_REQUIRED`, `INVALID_INPUT` for an instant, a schema or a prefix that is none.
 */
export function toSql(predicate: Predicate, options: ToSqlOptions): RawBuilder<SqlBool> {
  checkSchema(options.schema)
  return toSqlOf(predicate, options, postgresFlavor)
}

/**
 * The same on any expression that is a customer's id, such as a column of a table of the host's own:
 * whether it is among the ids of those who satisfy the predicate. Throws as {@link toSql} does.
 */
export function isMemberToSql(
  customerId: Expression<string>,
  predicate: Predicate,
  options: ToSqlOptions,
): RawBuilder<SqlBool> {
  checkSchema(options.schema)
  return isMemberToSqlOf(customerId, predicate, options, postgresFlavor)
}

import type { TableName } from '@langganan/core/storage'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { SqlFlavor } from '../flavor.ts'
import { tableName } from '../names.ts'
import { shopColumn } from '../statements/columns.ts'

/** SQL that is true for a row or not; where it is null it counts as not. */
export type Test = RawBuilder<SqlBool>

/** What a condition is turned into SQL for. */
export interface ConditionContext {
  readonly flavor: SqlFlavor
  /** Prefix of the table names. */
  readonly prefix: string
  readonly shopId: string
  /** The id of the customer that the surrounding statement judges. */
  readonly customerId: RawBuilder<unknown>
  /** Only these customers are judged, so lists are read for them alone. */
  readonly among?: readonly string[] | undefined
}

/** Rows of a list of this shop that pass every test, by customer; the end of a select. */
export function rowsOf(
  { flavor, prefix, shopId, among }: ConditionContext,
  table: TableName,
  tests: readonly Test[],
): RawBuilder<unknown> {
  const judged =
    among === undefined
      ? []
      : [
          sql<SqlBool>`${sql.ref('customer_id')} in (${flavor.jsonValues(sql.val(JSON.stringify(among)), 'text')})`,
        ]
  const ofShop = sql<SqlBool>`${sql.ref(shopColumn)} = ${flavor.value(shopId, 'text')}`
  return sql`from ${sql.table(tableName(prefix, table))} where ${and([ofShop, ...judged, ...tests])}`
}

/** Whether the judged customer is among those that a select gives, or is not. */
export function isAmong(
  { customerId }: ConditionContext,
  customers: RawBuilder<unknown>,
  wanted: boolean,
): Test {
  return sql`${customerId} ${wanted ? sql`in` : sql`not in`} (${customers})`
}

const always: Test = sql`1 = 1`
const never: Test = sql`1 = 0`

/** Every one of the tests. */
export function and(tests: readonly Test[]): Test {
  const [first, second] = tests
  if (first === undefined) return always
  return second === undefined ? first : sql`(${sql.join(tests, sql` and `)})`
}

/** Some one of the tests. */
export function or(tests: readonly Test[]): Test {
  const [first, second] = tests
  if (first === undefined) return never
  return second === undefined ? first : sql`(${sql.join(tests, sql` or `)})`
}

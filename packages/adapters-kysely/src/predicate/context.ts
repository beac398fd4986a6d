import type { TableName } from '@langganan/core/storage'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { SqlFlavor } from '../flavor.ts'
import { type Place, tableAt } from '../names.ts'
import { shopColumn } from '../statements/columns.ts'

/** SQL that is true for a row or not; where it is null it counts as not. */
export type Test = RawBuilder<SqlBool>

/** What a condition is turned into SQL for. */
export interface ConditionContext extends Place {
  readonly flavor: SqlFlavor
  readonly shopId: string
  /** The id of the customer that the surrounding statement judges. */
  readonly customerId: RawBuilder<unknown>
  /** Only these customers are judged, so lists are read for them alone. */
  readonly among?: readonly string[] | undefined
}

/** Rows of a list of this shop that pass every test, by customer; the end of a select. */
export function rowsOf(
  context: ConditionContext,
  table: TableName,
  tests: readonly Test[],
): RawBuilder<unknown> {
  const { flavor, shopId, among } = context
  const judged = among === undefined ? [] : [isListed(flavor, sql.ref('customer_id'), among)]
  const ofShop = sql<SqlBool>`${sql.ref(shopColumn)} = ${flavor.value(shopId, 'text')}`
  return sql`from ${tableAt(context, table)} where ${and([ofShop, ...judged, ...tests])}`
}

/** Whether the judged customer is among those that a select gives, or is not. */
export function isAmong(
  { flavor, customerId }: ConditionContext,
  customers: RawBuilder<unknown>,
  wanted: boolean,
): Test {
  return flavor.isAmong(customerId, customers, wanted)
}

/** Whether a text is in a list; however long, the list is one parameter. */
export function isListed(
  { lists }: SqlFlavor,
  text: RawBuilder<unknown>,
  texts: readonly string[],
): Test {
  return lists.holds(text, sql`${sql.val(lists.values(texts, 'text'))}`, 'text')
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

import type { Condition, TableName } from '@langganan/core/storage'
import { type RawBuilder, sql } from 'kysely'
import type { Target } from '../apply.ts'
import { populationOf } from '../members/population.ts'
import { tableAt } from '../names.ts'
import { conditionToSql } from '../predicate/condition-to-sql.ts'

/** What a report about those who satisfy a condition is written with. */
export interface ConditionSql {
  table(name: TableName): RawBuilder<unknown>
  integer(value: number): RawBuilder<unknown>
  readonly shop: RawBuilder<unknown>
  /** Whether a customer's id is among those who satisfy the condition. */
  satisfies(customerId: RawBuilder<unknown>): RawBuilder<unknown>
  /** Whether a row of label times says that the label is on at an instant. */
  isOn(at: number): RawBuilder<unknown>
}

/** Runs a report's statement, which is another for every shape of condition. */
export function conditionRows<R>(
  { session, statements, shopId }: Target,
  name: string,
  where: Condition,
  build: (write: ConditionSql) => RawBuilder<unknown>,
): Promise<readonly R[]> {
  const { flavor, schema, prefix } = statements
  const integer = (value: number): RawBuilder<unknown> => flavor.value(value, 'integer')
  const ownShop = flavor.value(shopId, 'text')
  const { from, shop, id } = populationOf(statements, where, undefined)
  const holds = conditionToSql(where, { flavor, schema, prefix, shopId, customerId: id })
  const compiled = statements.compile(
    build({
      table: (table) => tableAt(statements, table),
      integer,
      shop: ownShop,
      satisfies: (customerId) =>
        sql`${customerId} in (select ${id} from ${from} where ${shop} = ${ownShop} and ${holds})`,
      isOn: (at) => sql`("at" <= ${integer(at)} and ("until" is null or "until" > ${integer(at)}))`,
    }),
  )
  return session.rows<R>(compiled, compiled.parameters, `reporting ${name}`)
}

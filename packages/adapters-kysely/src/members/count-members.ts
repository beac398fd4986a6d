import type { Condition } from '@langganan/core/storage'
import { sql } from 'kysely'
import type { Target } from '../apply.ts'
import { conditionToSql } from '../predicate/condition-to-sql.ts'
import { populationOf } from './population.ts'

/** How many customers satisfy a condition. */
export async function countMembers(
  { session, statements, shopId }: Target,
  where: Condition,
): Promise<number> {
  const { flavor, schema, prefix } = statements
  const { from, shop, id } = populationOf(statements, where, undefined)
  const holds = conditionToSql(where, { flavor, schema, prefix, shopId, customerId: id })
  const ofShop = sql`${shop} = ${flavor.value(shopId, 'text')}`
  const counted = sql`select count(*) as "members" from ${from} where ${ofShop} and ${holds}`
  const compiled = statements.compile(counted)
  const [found] = await session.rows<{ readonly members: number }>(
    compiled,
    compiled.parameters,
    'counting members',
  )
  return found?.members ?? 0
}

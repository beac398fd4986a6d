import type { SampleCondition } from '@langganan/core/storage'
import { type RawBuilder, sql } from 'kysely'
import { judgedColumn } from './columns.ts'
import type { ConditionContext, Test } from './context.ts'

/** The prime 2³¹ − 1. */
const modulus = sql.lit(2_147_483_647)

/** Whether the customer's place in the sample's order lies under the share. */
export function sampleToSql(
  { a, b, share }: SampleCondition,
  { flavor }: ConditionContext,
  wanted: boolean,
): Test {
  const key = judgedColumn({ table: 'customers', column: 'sampleKey' }).ref
  const integer = (value: number): RawBuilder<unknown> => flavor.value(value, 'integer')
  const place = sql`(${key} * ${integer(a)} + ${integer(b)}) % ${modulus}`
  return sql`${place} ${wanted ? sql`<` : sql`>=`} ${integer(share)}`
}

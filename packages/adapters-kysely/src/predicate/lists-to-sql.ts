import {
  type AttributeCondition,
  type IdentityCondition,
  type MemberCondition,
  type TableName,
  type ValueTest,
  type WindowCondition,
  whatsAppKinds,
} from '@langganan/core/storage'
import { type SqlBool, sql } from 'kysely'
import { tableAt } from '../names.ts'
import { shopColumn } from '../statements/columns.ts'
import { listColumn } from './columns.ts'
import { and, type ConditionContext, isAmong, rowsOf, type Test } from './context.ts'
import { testToSql } from './value-test.ts'

/** Some identity of the kind passes, or there is none of it. */
export function identityToSql(
  { kind, column, test }: IdentityCondition,
  context: ConditionContext,
  wanted: boolean,
): Test {
  const ofKind = sql<boolean>`${sql.ref('kind')} = ${context.flavor.value(kind, 'text')}`
  return someValue('identities', ofKind, column, test, context, wanted)
}

/** Some identity is of a kind that WhatsApp knows. Most customers have one, so each one's are looked at. */
export function reachableToSql(context: ConditionContext, wanted: boolean): Test {
  const { flavor, shopId, customerId } = context
  const identities = tableAt(context, 'identities')
  const kinds = whatsAppKinds.map((kind) => flavor.value(kind, 'text'))
  const known = and([
    sql`${sql.ref(shopColumn)} = ${flavor.value(shopId, 'text')}`,
    sql`${sql.ref('customer_id')} = ${customerId}`,
    sql`${sql.ref('kind')} in (${sql.join(kinds)})`,
  ])
  const exists = sql<SqlBool>`exists (select 1 from ${identities} where ${known})`
  return wanted ? exists : sql`not ${exists}`
}

/** Some value of the field passes, or there is none. */
export function attributeToSql(
  { field, column, test }: AttributeCondition,
  context: ConditionContext,
  wanted: boolean,
): Test {
  const ofField = sql<boolean>`${sql.ref('field')} = ${context.flavor.value(field, 'text')}`
  return someValue('attributes', ofField, column, test, context, wanted)
}

function someValue(
  table: 'identities' | 'attributes',
  chosen: Test,
  column: string,
  test: ValueTest,
  context: ConditionContext,
  wanted: boolean,
): Test {
  if (test.is === 'missing') return isAmongRows(table, [chosen], context, !wanted)
  const passes = testToSql(context.flavor, listColumn(table, column), test)
  return isAmongRows(table, [chosen, passes], context, wanted)
}

/** Some window closes in the stretch of time. */
export function windowToSql(
  { businessNumber, closesAfter, closesUpTo }: WindowCondition,
  context: ConditionContext,
  wanted: boolean,
): Test {
  const closes = sql.ref('closes_at')
  const { flavor } = context
  const tests: Test[] = [sql`${closes} > ${flavor.value(closesAfter, 'integer')}`]
  if (closesUpTo !== null) tests.push(sql`${closes} <= ${flavor.value(closesUpTo, 'integer')}`)
  if (businessNumber !== null)
    tests.push(sql`${sql.ref('business_number')} = ${flavor.value(businessNumber, 'text')}`)
  return isAmongRows('windows', tests, context, wanted)
}

export function memberToSql(
  { of, id }: MemberCondition,
  context: ConditionContext,
  wanted: boolean,
): Test {
  const named = context.flavor.value(id, 'text')
  return of === 'group'
    ? isAmongRows('groupMembers', [sql`${sql.ref('group_id')} = ${named}`], context, wanted)
    : isAmongRows('tagMembers', [sql`${sql.ref('tag_id')} = ${named}`], context, wanted)
}

/** Whether the customer has a row in a list that passes every test. */
export function isAmongRows(
  table: TableName,
  tests: readonly Test[],
  context: ConditionContext,
  wanted: boolean,
): Test {
  return isAmong(
    context,
    sql`select ${sql.ref('customer_id')} ${rowsOf(context, table, tests)}`,
    wanted,
  )
}

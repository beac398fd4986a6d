import type {
  AttributeCondition,
  IdentityCondition,
  MemberCondition,
  TableName,
  ValueTest,
  WindowCondition,
} from '@langganan/core/storage'
import { sql } from 'kysely'
import { listColumn } from './columns.ts'
import { type ConditionContext, isAmong, rowsOf, type Test } from './context.ts'
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

function isAmongRows(
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

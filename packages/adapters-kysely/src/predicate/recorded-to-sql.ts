import type {
  ConsentCondition,
  LabelCondition,
  MembershipCondition,
  ScoreCondition,
} from '@langganan/core/storage'
import { sql } from 'kysely'
import { listColumn } from './columns.ts'
import { type ConditionContext, or, type Test } from './context.ts'
import { isAmongRows } from './lists-to-sql.ts'
import { testToSql } from './value-test.ts'

/** The label is on, or was just before an instant. */
export function labelToSql(
  { id, before }: LabelCondition,
  context: ConditionContext,
  wanted: boolean,
): Test {
  const { flavor } = context
  const labelled: Test = sql`${sql.ref('label_id')} = ${flavor.value(id, 'text')}`
  const until = sql.ref('until')
  const isOn: Test = sql`${until} is null`
  if (before === null) return isAmongRows('labelSpans', [labelled, isOn], context, wanted)
  const instant = flavor.value(before, 'integer')
  const began: Test = sql`${sql.ref('at')} < ${instant}`
  const lasted = or([isOn, sql`${until} >= ${instant}`])
  return isAmongRows('labelSpans', [labelled, began, lasted], context, wanted)
}

/** One of the decisions holds for the purpose, on the channel or on any. */
export function consentToSql(
  { purpose, channel, decisions }: ConsentCondition,
  context: ConditionContext,
  wanted: boolean,
): Test {
  const { flavor } = context
  const decided = decisions.map(
    (decision): Test => sql`${sql.ref('decision')} = ${flavor.value(decision, 'text')}`,
  )
  const tests: Test[] = [sql`${sql.ref('purpose')} = ${flavor.value(purpose, 'text')}`, or(decided)]
  if (channel !== null) tests.push(sql`${sql.ref('channel')} = ${flavor.value(channel, 'text')}`)
  return isAmongRows('consents', tests, context, wanted)
}

/** The score passes; who has no row has no score. */
export function scoreToSql(
  { column, test }: ScoreCondition,
  context: ConditionContext,
  wanted: boolean,
): Test {
  const tested = listColumn('scores', column)
  if (test.is === 'missing') {
    const present = testToSql(context.flavor, tested, test, false)
    return isAmongRows('scores', [present], context, !wanted)
  }
  return isAmongRows('scores', [testToSql(context.flavor, tested, test)], context, wanted)
}

/** Is kept as a member since an instant or earlier. */
export function membershipToSql(
  { segment, upTo }: MembershipCondition,
  context: ConditionContext,
  wanted: boolean,
): Test {
  const { flavor } = context
  const ofSegment: Test = sql`${sql.ref('segment_id')} = ${flavor.value(segment, 'text')}`
  const since: Test = sql`${sql.ref('since')} <= ${flavor.value(upTo, 'integer')}`
  return isAmongRows('segmentMembers', [ofSegment, since], context, wanted)
}

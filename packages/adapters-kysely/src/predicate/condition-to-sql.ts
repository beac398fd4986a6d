import type { Condition } from '@langganan/core/storage'
import { sql } from 'kysely'
import { averageToSql } from './average-to-sql.ts'
import { judgedColumn } from './columns.ts'
import { and, type ConditionContext, or, type Test } from './context.ts'
import { eventsToSql } from './events-to-sql.ts'
import {
  attributeToSql,
  identityToSql,
  memberToSql,
  reachableToSql,
  windowToSql,
} from './lists-to-sql.ts'
import { overdueToSql } from './overdue-to-sql.ts'
import { consentToSql, labelToSql, membershipToSql, scoreToSql } from './recorded-to-sql.ts'
import { sampleToSql } from './sample-to-sql.ts'
import { testToSql } from './value-test.ts'

/**
 * A condition as SQL over the rows of `customers` and `facts`, under these names, that is true
 * exactly where the condition holds.
 *
 * Negations are carried down to the leaves, where a missing value is told; so a test above them is a
 * plain comparison that an index can serve, and null never has to be made false. Every subquery
 * names the shop. Values are bound; names come from the tables.
 */
export function conditionToSql(condition: Condition, context: ConditionContext): Test {
  return toSql(condition, context, true)
}

/** SQL that is true exactly where the condition's answer is the wanted one. */
function toSql(condition: Condition, context: ConditionContext, wanted: boolean): Test {
  const part = (each: Condition): Test => toSql(each, context, wanted)
  switch (condition.op) {
    case 'all':
      return (wanted ? and : or)(condition.of.map(part))
    case 'any':
      return (wanted ? or : and)(condition.of.map(part))
    case 'not':
      return toSql(condition.of, context, !wanted)
    case 'atLeast':
      return atLeastToSql(condition.count, condition.of, context, wanted)
    case 'column':
      return testToSql(context.flavor, judgedColumn(condition.column), condition.test, wanted)
    case 'average':
      return averageToSql(condition, context, wanted)
    case 'sample':
      return sampleToSql(condition, context, wanted)
    case 'identity':
      return identityToSql(condition, context, wanted)
    case 'reachable':
      return reachableToSql(context, wanted)
    case 'attribute':
      return attributeToSql(condition, context, wanted)
    case 'window':
      return windowToSql(condition, context, wanted)
    case 'member':
      return memberToSql(condition, context, wanted)
    case 'label':
      return labelToSql(condition, context, wanted)
    case 'consent':
      return consentToSql(condition, context, wanted)
    case 'score':
      return scoreToSql(condition, context, wanted)
    case 'membership':
      return membershipToSql(condition, context, wanted)
    case 'events':
      return eventsToSql(condition, context, wanted)
    case 'overdue':
      return overdueToSql(condition, context, wanted)
  }
}

function atLeastToSql(
  count: number,
  parts: readonly Condition[],
  context: ConditionContext,
  wanted: boolean,
): Test {
  const passed = parts.map((part) => sql`case when ${toSql(part, context, true)} then 1 else 0 end`)
  const sum = sql.join([sql`0`, ...passed], sql` + `)
  const least = context.flavor.value(count, 'integer')
  return sql`${sum} ${wanted ? sql`>=` : sql`<`} ${least}`
}

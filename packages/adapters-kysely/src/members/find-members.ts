import type { Member, MembersQuestion } from '@langganan/core/storage'
import { type RawBuilder, sql } from 'kysely'
import type { Target } from '../apply.ts'
import { conditionToSql } from '../predicate/condition-to-sql.ts'
import { isListed } from '../predicate/context.ts'
import { columnOf } from '../statements/columns.ts'
import { and } from '../statements/fragments.ts'
import { type Population, populationOf } from './population.ts'
import { byId, byMissing, byValue, type Range } from './ranges.ts'

/** The customers that satisfy a condition, sorted, ties by id, missing values last. */
export async function findMembers(
  target: Target,
  question: MembersQuestion,
): Promise<readonly Member[]> {
  const { where, sort, after, limit } = question
  const { statements } = target
  const { flavor } = statements
  const population = populationOf(statements, where, sort?.column.table)
  const run = (range: Range, most: number): Promise<readonly Member[]> =>
    runRange(target, question, population, range, most)
  if (sort === undefined) return run(byId(flavor, population, question), limit)

  const hasPresent = after === undefined || after.value !== null
  const present = hasPresent ? await run(byValue(flavor, population, question, sort), limit) : []
  const { nullable } = columnOf(sort.column.table, sort.column.column)
  if (present.length >= limit || !nullable) return present
  // Missing values come behind all others in both directions: a second range, a second statement.
  const missing = await run(byMissing(flavor, population, question, sort), limit - present.length)
  return [...present, ...missing]
}

function runRange(
  { session, statements, shopId }: Target,
  { where, among }: MembersQuestion,
  { from, shop, id }: Population,
  { value, bounds, order }: Range,
  limit: number,
): Promise<readonly Member[]> {
  const { flavor, schema, prefix } = statements
  const conditions: RawBuilder<unknown>[] = [sql`${shop} = ${flavor.value(shopId, 'text')}`]
  if (among !== undefined) {
    conditions.push(isListed(flavor, id, among))
  }
  conditions.push(...bounds)
  conditions.push(conditionToSql(where, { flavor, schema, prefix, shopId, customerId: id, among }))
  const compiled = statements.compile(sql`
    select ${id} as "id", ${value} as "value" from ${from} where ${and(conditions)}
    order by ${order} limit ${flavor.value(limit, 'integer')}`)
  return session.rows(compiled, compiled.parameters, 'finding members')
}

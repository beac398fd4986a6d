import type { OverdueCondition } from '@langganan/core/storage'
import { sql } from 'kysely'
import { type ConditionContext, isAmong, rowsOf, type Test } from './context.ts'
import { rangeToSql } from './value-test.ts'

/**
 * Customers are looked for among those who have overdue sales. Where nothing overdue would pass, the
 * search is for those whose sum fails, and everybody else belongs to it.
 */
export function overdueToSql(
  { at, low, high }: OverdueCondition,
  context: ConditionContext,
  wanted: boolean,
): Test {
  const { flavor } = context
  const nothingPasses = (low ?? 0) <= 0 && (high ?? 0) >= 0
  const customer = sql.ref('customer_id')
  const open = sql.ref('open_book')
  const rows = rowsOf(context, 'transactions', [
    sql`${sql.ref('overdue_at')} <= ${flavor.value(at, 'integer')}`,
    sql`${open} > 0`,
  ])
  const passes = rangeToSql(flavor, sql`sum(${open})`, { low, high }, !nothingPasses)
  return isAmong(
    context,
    sql`select ${customer} ${rows} group by ${customer} having ${passes}`,
    wanted !== nothingPasses,
  )
}

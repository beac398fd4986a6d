import type { Reports } from '@langganan/core/storage'
import { sql } from 'kysely'
import type { Target } from '../apply.ts'
import { reportRows } from './report-rows.ts'

export function dueTurns(
  target: Target,
  { until, limit }: Reports['dueTurns']['question'],
): Promise<Reports['dueTurns']['answer']> {
  return reportRows(
    target,
    'due turns',
    ({ table, laterText, laterInteger }) => sql`
      select customer_id as "customerId", judged_at as "judgedAt", turns_at as "turnsAt"
      from ${table('turns')}
      where shop_id = ${laterText} and turns_at <= ${laterInteger}
      order by turns_at, customer_id
      limit ${laterInteger}`,
    [target.shopId, until, limit],
  )
}

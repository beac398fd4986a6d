import type { Reports } from '@langganan/core/storage'
import { sql } from 'kysely'
import type { Target } from '../apply.ts'
import { reportRows } from './report-rows.ts'

export function orderTimes(
  target: Target,
  { customerIds }: Reports['orderTimes']['question'],
): Promise<Reports['orderTimes']['answer']> {
  return reportRows(
    target,
    'order times',
    ({ table, laterText, amongLater }) => sql`
      select customer_id as "customerId", "at"
      from ${table('transactions')}
      where shop_id = ${laterText} and ${amongLater('customer_id')} and stands = 1
      order by customer_id, "at"`,
    [target.shopId, target.statements.flavor.lists.values(customerIds, 'text')],
  )
}

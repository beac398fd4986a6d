import type { Reports } from '@langganan/core/storage'
import { sql } from 'kysely'
import type { Target } from '../apply.ts'
import { conditionRows } from './condition-rows.ts'

export function labelOrigins(
  target: Target,
  { where, from, to }: Reports['labelOrigins']['question'],
): Promise<Reports['labelOrigins']['answer']> {
  return conditionRows(
    target,
    'label origins',
    where,
    ({ table, shop, integer, satisfies }) => sql`
      with given as (
        select distinct label_id, customer_id
        from ${table('labelSpans')}
        where shop_id = ${shop} and "at" >= ${integer(from)} and "at" < ${integer(to)}
          and ${satisfies(sql.ref('customer_id'))}
      )
      select given.label_id as "labelId", min(c.source) as "source",
        min(c.campaign) as "campaign", count(*) as "customers"
      from given
      join ${table('customers')} as c on c.shop_id = ${shop} and c.id = given.customer_id
      group by given.label_id, c.source_fold, c.campaign_fold`,
  )
}

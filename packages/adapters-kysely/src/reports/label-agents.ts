import { type Reports, safeAmount } from '@langganan/core/storage'
import { sql } from 'kysely'
import type { Target } from '../apply.ts'
import { conditionRows } from './condition-rows.ts'

interface Sum {
  readonly labelId: string
  readonly by: string | null
  readonly customers: number
  readonly productive: number
  readonly ltv: string
}

export async function labelAgents(
  target: Target,
  { where, from, to }: Reports['labelAgents']['question'],
): Promise<Reports['labelAgents']['answer']> {
  const sums = await conditionRows<Sum>(
    target,
    'label agents',
    where,
    ({ table, shop, integer, satisfies }) => sql`
      with given as (
        select label_id, by_fold, customer_id, min("by") as "by"
        from ${table('labelSpans')}
        where shop_id = ${shop} and "at" >= ${integer(from)} and "at" < ${integer(to)}
          and ${satisfies(sql.ref('customer_id'))}
        group by label_id, by_fold, customer_id
      )
      select given.label_id as "labelId", min(given."by") as "by", count(*) as "customers",
        count(case when f.paid_orders > 0 then 1 end) as "productive",
        cast(sum(f.ltv) as text) as "ltv"
      from given
      join ${table('facts')} as f on f.shop_id = ${shop} and f.customer_id = given.customer_id
      group by given.label_id, given.by_fold`,
  )
  return sums.map((sum) => ({ ...sum, ltv: safeAmount(BigInt(sum.ltv)) }))
}

import type { Reports } from '@langganan/core/storage'
import { sql } from 'kysely'
import type { Target } from '../apply.ts'
import { conditionRows } from './condition-rows.ts'

export function labelMovement(
  target: Target,
  { where, from, to }: Reports['labelMovement']['question'],
): Promise<Reports['labelMovement']['answer']> {
  return conditionRows(
    target,
    'label movement',
    where,
    ({ table, shop, satisfies, isOn }) => sql`
      with judged as (
        select distinct customer_id, label_id,
          case when ${isOn(from)} then 1 else 0 end as was_on,
          case when ${isOn(to)} then 1 else 0 end as is_on
        from ${table('labelSpans')}
        where shop_id = ${shop} and ${satisfies(sql.ref('customer_id'))}
      ), marked as (
        select customer_id, label_id, max(was_on) as was_on, max(is_on) as is_on
        from judged group by customer_id, label_id
      ), gone as (
        select customer_id, label_id from marked where was_on = 1 and is_on = 0
      ), come as (
        select customer_id, label_id from marked where was_on = 0 and is_on = 1
      )
      select label_id as "from", label_id as "to", count(*) as "customers"
      from marked where was_on = 1 and is_on = 1 group by label_id
      union all
      select gone.label_id, come.label_id, count(*)
      from gone left join come on come.customer_id = gone.customer_id
      group by gone.label_id, come.label_id
      union all
      select cast(null as text), come.label_id, count(*)
      from come where come.customer_id not in (select gone.customer_id from gone)
      group by come.label_id`,
  )
}

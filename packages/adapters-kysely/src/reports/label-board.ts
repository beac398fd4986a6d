import type { Reports } from '@langganan/core/storage'
import { sql } from 'kysely'
import type { Target } from '../apply.ts'
import { conditionRows } from './condition-rows.ts'

export function labelBoard(
  target: Target,
  { where, at, limit }: Reports['labelBoard']['question'],
): Promise<Reports['labelBoard']['answer']> {
  return conditionRows(
    target,
    'label board',
    where,
    ({ table, shop, integer, satisfies, isOn }) => sql`
      select label_id as "labelId", customer_id as "customerId", since as "since", "by"
      from (
        select label_id, customer_id, "at" as since, "by",
          row_number() over (partition by label_id order by "at" desc, customer_id) as place
        from ${table('labelSpans')}
        where shop_id = ${shop} and ${isOn(at)} and ${satisfies(sql.ref('customer_id'))}
      ) as shown
      where place <= ${integer(limit)}
      order by label_id, place`,
  )
}

import type { Reports } from '@langganan/core/storage'
import { sql } from 'kysely'
import type { Target } from '../apply.ts'
import { conditionRows } from './condition-rows.ts'

export function labelContacts(
  target: Target,
  { where, at }: Reports['labelContacts']['question'],
): Promise<Reports['labelContacts']['answer']> {
  return conditionRows(
    target,
    'label contacts',
    where,
    ({ table, shop, satisfies, isOn }) => sql`
      select label_id as "labelId", count(distinct customer_id) as "contacts"
      from ${table('labelSpans')}
      where shop_id = ${shop} and ${isOn(at)} and ${satisfies(sql.ref('customer_id'))}
      group by label_id`,
  )
}

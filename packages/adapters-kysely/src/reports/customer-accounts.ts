import { type Account, type Reports, safeAmount } from '@langganan/core/storage'
import { sql } from 'kysely'
import type { Target } from '../apply.ts'
import { reportRows } from './report-rows.ts'

interface Sum {
  readonly customerId: string
  readonly account: Account
  readonly bookAmount: string
}

export async function customerAccounts(
  target: Target,
  { customerIds }: Reports['customerAccounts']['question'],
): Promise<Reports['customerAccounts']['answer']> {
  const sums = await reportRows<Sum>(
    target,
    'customer accounts',
    ({ table, laterText, amongLater }) => sql`
      select e.customer_id as "customerId", p.account, cast(sum(p.book_amount) as text) as "bookAmount"
      from ${table('entries')} as e
      join ${table('postings')} as p on p.shop_id = e.shop_id and p.entry_id = e.id
      where e.shop_id = ${laterText} and ${amongLater('e.customer_id')}
      group by e.customer_id, p.account`,
    [target.shopId, target.statements.flavor.lists.values(customerIds, 'text')],
  )
  return sums.map((sum) => ({ ...sum, bookAmount: safeAmount(BigInt(sum.bookAmount)) }))
}

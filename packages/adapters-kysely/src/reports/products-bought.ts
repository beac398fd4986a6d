import { type Reports, safeAmount } from '@langganan/core/storage'
import { sql } from 'kysely'
import type { Target } from '../apply.ts'
import { reportRows } from './report-rows.ts'

interface Sum {
  readonly customerId: string
  readonly product: string
  readonly orders: number
  readonly pieces: string
  readonly total: string
}

export async function productsBought(
  target: Target,
  { customerIds }: Reports['productsBought']['question'],
): Promise<Reports['productsBought']['answer']> {
  const sums = await reportRows<Sum>(
    target,
    'products bought',
    ({ table, laterText, amongLater }) => sql`
      select customer_id as "customerId", product, count(distinct transaction_id) as "orders",
        cast(sum(quantity) as text) as "pieces", cast(sum(book_total) as text) as "total"
      from ${table('lines')}
      where shop_id = ${laterText} and ${amongLater('customer_id')} and stands = 1
      group by customer_id, product`,
    [target.shopId, target.statements.flavor.lists.values(customerIds, 'text')],
  )
  return sums.map((sum) => ({
    ...sum,
    pieces: safeAmount(BigInt(sum.pieces)),
    total: safeAmount(BigInt(sum.total)),
  }))
}

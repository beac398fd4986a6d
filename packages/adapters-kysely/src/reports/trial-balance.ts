import { type Account, type Reports, safeAmount } from '@langganan/core/storage'
import { sql } from 'kysely'
import type { Target } from '../apply.ts'
import { reportRows } from './report-rows.ts'

interface Sums {
  readonly currency: string
  readonly account: Account
  readonly amount: string
  readonly bookAmount: string
}

export async function trialBalance(target: Target): Promise<Reports['trialBalance']['answer']> {
  const sums = await reportRows<Sums>(
    target,
    'trial balance',
    ({ table, laterText }) => sql`
      select currency, account,
        cast(sum(amount) as text) as "amount", cast(sum(book_amount) as text) as "bookAmount"
      from ${table('postings')}
      where shop_id = ${laterText}
      group by currency, account`,
    [target.shopId],
  )
  return sums.map(({ currency, account, amount, bookAmount }) => ({
    currency,
    account,
    amount: safeAmount(BigInt(amount)),
    bookAmount: safeAmount(BigInt(bookAmount)),
  }))
}

import type { Reports } from '@langganan/core/storage'
import { sql } from 'kysely'
import type { Target } from '../apply.ts'
import { reportRows } from './report-rows.ts'

export async function medianGap(
  target: Target,
  { atLeast }: Reports['medianGap']['question'],
): Promise<Reports['medianGap']['answer']> {
  const [found] = await reportRows<{ readonly gap: number }>(
    target,
    'median gap',
    ({ table, laterText, laterInteger }) => sql`
      with steps as (
        select "at" - lag("at") over (partition by customer_id order by "at") as gap
        from ${table('transactions')}
        where shop_id = ${laterText} and stands = 1
      ), ranked as (
        select gap, row_number() over (order by gap) as place, count(*) over () as gaps
        from steps
        where gap >= ${laterInteger}
      )
      select gap from ranked where place = (gaps + 1) / 2`,
    [target.shopId, atLeast],
  )
  return found?.gap ?? null
}

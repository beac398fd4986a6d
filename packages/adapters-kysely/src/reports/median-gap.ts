import type { Reports } from '@langganan/core/storage'
import { sql } from 'kysely'
import type { Target } from '../apply.ts'
import { reportRows } from './report-rows.ts'

export async function medianGap(target: Target): Promise<Reports['medianGap']['answer']> {
  const [found] = await reportRows<{ readonly gap: number | null }>(
    target,
    'median gap',
    // The middle gap of an odd number is both middle ones; all of it is division of integers.
    ({ table, laterText }) => sql`
      with steps as (
        select "at" - lag("at") over (partition by customer_id order by "at") as gap
        from ${table('transactions')}
        where shop_id = ${laterText} and stands = 1
      ), ranked as (
        select gap, row_number() over (order by gap) as place, count(*) over () as gaps
        from steps
        where gap is not null
      )
      select min(gap) + (max(gap) - min(gap)) / 2 as gap
      from ranked
      where place in ((gaps + 1) / 2, gaps / 2 + 1)`,
    [target.shopId],
  )
  return found?.gap ?? null
}

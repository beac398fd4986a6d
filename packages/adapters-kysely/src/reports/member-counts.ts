import { type Reports, safeAmount } from '@langganan/core/storage'
import { sql } from 'kysely'
import type { Target } from '../apply.ts'
import { reportRows } from './report-rows.ts'

export async function memberCounts(
  target: Target,
  { of }: Reports['memberCounts']['question'],
): Promise<Reports['memberCounts']['answer']> {
  const sums = await reportRows<{ readonly setId: string; readonly members: string }>(
    target,
    'member counts',
    ({ table, laterText }) => sql`
      select set_id as "setId", cast(sum(delta) as text) as "members"
      from ${table('countDeltas')}
      where shop_id = ${laterText} and kind = ${laterText}
      group by set_id`,
    [target.shopId, of],
  )
  return sums.map(({ setId, members }) => ({ setId, members: safeAmount(BigInt(members)) }))
}

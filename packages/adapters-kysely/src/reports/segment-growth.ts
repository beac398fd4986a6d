import type { Reports } from '@langganan/core/storage'
import { sql } from 'kysely'
import type { Target } from '../apply.ts'
import { reportRows } from './report-rows.ts'

export async function segmentGrowth(
  target: Target,
  { segmentId, stretches }: Reports['segmentGrowth']['question'],
): Promise<Reports['segmentGrowth']['answer']> {
  const grown: number[] = []
  for (const { from, to } of stretches) {
    const [row] = await reportRows<{ readonly entered: number; readonly changes: number }>(
      target,
      'segment growth',
      ({ table, laterText, laterInteger }) => sql`
        select coalesce(sum(entered), 0) as "entered", count(*) as "changes"
        from ${table('segmentChanges')}
        where shop_id = ${laterText} and segment_id = ${laterText}
          and occurred_at > ${laterInteger} and occurred_at <= ${laterInteger}`,
      [target.shopId, segmentId, from, to],
    )
    grown.push(row === undefined ? 0 : 2 * Number(row.entered) - Number(row.changes))
  }
  return grown
}

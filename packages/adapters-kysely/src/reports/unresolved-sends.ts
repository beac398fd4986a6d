import type { Reports } from '@langganan/core/storage'
import { sql } from 'kysely'
import type { Target } from '../apply.ts'
import { columnsOf, selected } from '../statements/columns.ts'
import { reportRows } from './report-rows.ts'

export function unresolvedSends(
  target: Target,
  { claimedBefore, behind, limit }: Reports['unresolvedSends']['question'],
): Promise<Reports['unresolvedSends']['answer']> {
  const { claimedAt, id } = behind ?? beforeAll
  return reportRows(
    target,
    'unresolved sends',
    ({ table, laterText, laterInteger }) => sql`
      select ${selected(columnsOf('sends'))}
      from ${table('sends')}
      where shop_id = ${laterText} and unresolved_since >= ${laterInteger}
        and (unresolved_since > ${laterInteger} or id > ${laterText})
        and (state = 'unknown' or unresolved_since < ${laterInteger})
      order by unresolved_since, id
      limit ${laterInteger}`,
    [target.shopId, claimedAt, claimedAt, id, claimedBefore, limit],
  )
}

/** No claim is earlier. */
const beforeAll = { claimedAt: Number.MIN_SAFE_INTEGER, id: '' }

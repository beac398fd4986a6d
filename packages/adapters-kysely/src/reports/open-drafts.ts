import type { Reports } from '@langganan/core/storage'
import { sql } from 'kysely'
import type { Target } from '../apply.ts'
import { columnsOf, selected } from '../statements/columns.ts'
import { reportRows } from './report-rows.ts'

export function openDrafts(
  target: Target,
  { behind, limit }: Reports['openDrafts']['question'],
): Promise<Reports['openDrafts']['answer']> {
  const { at, id } = behind ?? beforeAll
  return reportRows(
    target,
    'open drafts',
    ({ table, laterText, laterInteger }) => sql`
      select ${selected(columnsOf('orderDrafts'))}
      from ${table('orderDrafts')}
      where shop_id = ${laterText} and open_since >= ${laterInteger}
        and (open_since > ${laterInteger} or id > ${laterText})
      order by open_since, id
      limit ${laterInteger}`,
    [target.shopId, at, at, id, limit],
  )
}

/** Nothing was placed earlier. */
const beforeAll = { at: Number.MIN_SAFE_INTEGER, id: '' }

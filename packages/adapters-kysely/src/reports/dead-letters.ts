import type { Reports } from '@langganan/core/storage'
import { sql } from 'kysely'
import type { Target } from '../apply.ts'
import { columnOf, columnsOf, selected } from '../statements/columns.ts'
import { reportRows } from './report-rows.ts'

export function deadLetters(
  target: Target,
  { state, behind, limit }: Reports['deadLetters']['question'],
): Promise<Reports['deadLetters']['answer']> {
  const { at, id } = behind ?? beforeAll
  const since = sql.ref(columnOf('deadLetters', sinceOf[state]).name)
  return reportRows(
    target,
    `${state} dead letters`,
    ({ table, laterText, laterInteger }) => sql`
      select ${selected(columnsOf('deadLetters').filter(({ field }) => field !== 'payload'))}
      from ${table('deadLetters')}
      where shop_id = ${laterText} and ${since} >= ${laterInteger}
        and (${since} > ${laterInteger} or id > ${laterText})
      order by ${since}, id
      limit ${laterInteger}`,
    [target.shopId, at, at, id, limit],
  )
}

const sinceOf = { open: 'openSince', settled: 'settledAt' } as const

/** Nothing came earlier. */
const beforeAll = { at: Number.MIN_SAFE_INTEGER, id: '' }

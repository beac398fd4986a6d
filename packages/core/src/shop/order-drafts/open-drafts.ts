import { readCursorByTime, writeCursor } from '../customers/cursor.ts'
import type { Page } from '../customers/list.ts'
import type { OpenDraftsInput } from '../input/order-draft.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { type OrderDraft, showDrafts } from './order-draft.ts'

const list = 'open order drafts'

/** Drafts that nobody has decided about, by when they were placed. */
export async function openDrafts(
  unit: UnitOfWork,
  { limit = 50, after }: OpenDraftsInput,
): Promise<Page<OrderDraft>> {
  const behind = after === undefined ? null : readCursorByTime(list, after)
  const rows = await unit.tx.report('openDrafts', { behind, limit: limit + 1 })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const next =
    rows.length > limit && last !== undefined
      ? writeCursor(list, { id: last.id, value: last.at })
      : null
  return { rows: await showDrafts(unit, page), next }
}

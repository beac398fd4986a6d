import type { WaitingLabelEventRow } from '../../domain/labels/rows.ts'
import { groupedBy } from '../grouped.ts'
import { scanPages } from '../scan-all.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { recordTold } from './record-told.ts'

/** A chat whose number is not known yet, and what waits for it. */
export interface WaitingChat {
  /** WhatsApp's linked id: ask the bridge which number it belongs to. */
  readonly lid: string
  /** How many events wait. */
  readonly events: number
  /** When the first of them arrived. */
  readonly since: Date
}

/** Everybody whose number is waited for, by linked id. */
export async function listWaiting(unit: UnitOfWork): Promise<readonly WaitingChat[]> {
  const byLid = groupedBy(await allWaiting(unit), ({ lid }) => lid)
  return [...byLid]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([lid, rows]) => ({
      lid,
      events: rows.length,
      since: new Date(Math.min(...rows.map(({ receivedAt }) => receivedAt))),
    }))
}

/** Every event that waits, in the order of arrival. */
export async function allWaiting({ tx }: UnitOfWork): Promise<readonly WaitingLabelEventRow[]> {
  const all: WaitingLabelEventRow[] = []
  for await (const rows of scanPages(tx, 'waitingLabelEvents', ({ id }) => [id])) all.push(...rows)
  return all
}

/** Records what waited for a linked id, in the order of arrival. Answers how many events were new. */
export async function settle(unit: UnitOfWork, lid: string, customerId: string): Promise<number> {
  const { tx } = unit
  const waiting = await tx.find('waitingLabelEvents', 'byLid', [[lid]])
  if (waiting.length === 0) return 0
  const keys = [...new Set(waiting.map(({ labelId }) => labelId))].map((id) => [id] as const)
  const labels = new Map((await tx.get('labels', keys)).map((label) => [label.id, label]))
  await unit.lock([customerId])
  let recorded = 0
  for (const { id, lid: _, labelId, receivedAt: __, ...told } of waiting) {
    const into = unit.draft()
    into.remove('waitingLabelEvents', [id])
    const label = labels.get(labelId)
    if (label !== undefined) {
      const event = { ...told, customerId, label, id }
      if ((await recordTold(unit, into, event)) !== undefined) recorded += 1
    }
    await unit.write(into)
  }
  return recorded
}

import { advance } from '../../domain/kept/advance.ts'
import type { KeptPlan } from '../../domain/kept/plan.ts'
import type { TurnRow } from '../../domain/kept/rows.ts'
import { type CustomerCrossings, writeCrossings } from '../../domain/kept/write-crossings.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { loadPlan } from './load-plan.ts'
import { loadStates } from './load-states.ts'
import { inPages } from './pages.ts'

/**
 * The instant that this call judges what is kept at: never one that lies before what was judged for
 * everybody already, should the clock have been put back.
 */
export async function instantToJudge({ tx, stamp }: UnitOfWork): Promise<number> {
  const [keptUp] = await tx.get('snapshots', [['keptUp']])
  return Math.max(stamp.now, keptUp?.asOf ?? 0)
}

/** Lets time go on for these customers up to now, before anything is read of them that is to change. */
export async function catchUp(unit: UnitOfWork, customerIds: readonly string[]): Promise<void> {
  const plan = await loadPlan(unit)
  if (!plan.moves) return
  const to = await instantToJudge(unit)
  for (const ids of inPages(customerIds)) {
    const turns = await turnsOf(unit, ids)
    const due = [...turns.values()].filter(({ turnsAt }) => turnsAt <= to)
    await letTimeGoOn(unit, plan, due, to)
  }
}

/** Lets time go on for customers with a turn on the way, up to and with an instant; answers how many crossings there were. */
export async function letTimeGoOn(
  unit: UnitOfWork,
  plan: KeptPlan,
  due: readonly TurnRow[],
  to: number,
): Promise<number> {
  if (due.length === 0) return 0
  const states = await loadStates(
    unit,
    plan,
    due.map(({ customerId }) => customerId),
  )
  const into = unit.draft()
  const crossed: CustomerCrossings[] = []
  for (const { customerId, judgedAt, turnsAt } of due) {
    const stored = states.get(customerId)
    if (stored === undefined) continue
    // Up to its turn, nothing changes.
    const after = advance(plan, stored.state, { from: turnsAt - 1, to })
    const reached = Math.max(judgedAt, to)
    into.put('turns', { customerId, judgedAt: reached, turnsAt: after.turnsAt })
    if (after.crossings.length > 0) crossed.push({ ...after, cause: 'time', tags: stored.tags })
  }
  writeCrossings(into, crossed, unit.stamp)
  await unit.apply(into)
  return crossed.reduce((sum, { crossings }) => sum + crossings.length, 0)
}

/** Until when what is kept of these customers stays as it is. */
export async function turnsOf(
  { tx }: UnitOfWork,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, TurnRow>> {
  const rows = await tx.get(
    'turns',
    customerIds.map((id) => [id] as const),
  )
  return new Map(rows.map((row) => [row.customerId, row]))
}

import type { Change } from '../../domain/change/change.ts'
import type { Draft } from '../../domain/change/draft.ts'
import { advance, judgeKept, nextTurn } from '../../domain/kept/advance.ts'
import type { KeptState } from '../../domain/kept/kept-state.ts'
import type { KeptPlan, Watched } from '../../domain/kept/plan.ts'
import type { CrossingCause, TurnRow } from '../../domain/kept/rows.ts'
import { type CustomerCrossings, writeCrossings } from '../../domain/kept/write-crossings.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { instantToJudge, turnsOf } from './catch-up.ts'
import { loadPlan } from './load-plan.ts'
import { loadStates } from './load-states.ts'
import { inPages } from './pages.ts'

/** Judges whom a change touched by all that depends on what it changed. */
export async function judgeTouched(unit: UnitOfWork, change: Change): Promise<void> {
  if (change.touched.size === 0) return
  const plan = await loadPlan(unit)
  const added = new Set(change.insert.customers?.map(({ id }) => id))
  const isConcerned = ({ criteria }: Watched): boolean =>
    [...criteria].some((criterion) => change.criteria.has(criterion))
  const concerned = new Set(plan.watched.filter(isConcerned))
  if (concerned.size === 0 && (added.size === 0 || plan.watched.length === 0)) return
  await judgeCustomers(unit, plan, {
    customerIds: [...change.touched],
    isDue: (watched, customerId) => concerned.has(watched) || added.has(customerId),
    cause: 'write',
  })
}

/** Whom to judge, by what, and why. */
export interface Judgement {
  readonly customerIds: readonly string[]
  readonly isDue: (watched: Watched, customerId: string) => boolean
  readonly cause: CrossingCause
}

/** Judges customers who were caught up; answers how many rows were not as they are now. */
export async function judgeCustomers(
  unit: UnitOfWork,
  plan: KeptPlan,
  judgement: Judgement,
): Promise<number> {
  let changed = 0
  for (const ids of inPages(judgement.customerIds))
    changed += await judgePage(unit, plan, { ...judgement, customerIds: ids })
  return changed
}

async function judgePage(
  unit: UnitOfWork,
  plan: KeptPlan,
  { customerIds, isDue, cause }: Judgement,
): Promise<number> {
  const now = await instantToJudge(unit)
  const states = await loadStates(unit, plan, customerIds)
  const turns = plan.notesTurns ? await turnsOf(unit, customerIds) : new Map<string, TurnRow>()
  const into = unit.draft()
  const crossed: CustomerCrossings[] = []
  let changed = 0
  for (const [customerId, { state: stored, tags }] of states) {
    const turn = turns.get(customerId)
    const at = Math.max(now, turn?.judgedAt ?? 0)
    const state = cause === 'rebuild' ? broughtOn(plan, stored, turn, at) : stored
    const judged = judgeKept(plan, state, at, (watched) => isDue(watched, customerId))
    if (judged.crossings.length > 0) crossed.push({ ...judged, cause, tags })
    changed += judged.crossings.length
    if (!plan.notesTurns || (cause === 'rebuild' && !isTooLate(turn, plan, judged.state, at)))
      continue
    changed += writeTurn(into, plan, judged.state, at)
  }
  writeCrossings(into, crossed, unit.stamp)
  await unit.apply(into)
  return changed
}

/**
 * What time alone makes of a customer by an instant. A rebuild has let time go on before; where it is
 * only tried out, what nobody has noticed yet is not wrong.
 */
function broughtOn(
  plan: KeptPlan,
  state: KeptState,
  turn: TurnRow | undefined,
  at: number,
): KeptState {
  if (turn === undefined || turn.turnsAt > at) return state
  return advance(plan, state, { from: turn.turnsAt - 1, to: at }).state
}

/** Whether time would change something before anybody looks. To look too early does no harm. */
function isTooLate(
  turn: TurnRow | undefined,
  plan: KeptPlan,
  state: KeptState,
  at: number,
): boolean {
  return plan.moves && (turn === undefined || turn.turnsAt > nextTurn(plan, state, at).at)
}

/** Writes up to when a customer was judged and when to look again; answers how many rows that are. */
function writeTurn(into: Draft, plan: KeptPlan, state: KeptState, at: number): number {
  const { at: turnsAt } = nextTurn(plan, state, at)
  into.put('turns', { customerId: state.view.customer.id, judgedAt: at, turnsAt })
  return 1
}

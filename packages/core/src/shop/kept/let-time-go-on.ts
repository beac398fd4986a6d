import type { KeptPlan } from '../../domain/kept/plan.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { instantToJudge, letTimeGoOn } from './catch-up.ts'
import { loadPlan } from './load-plan.ts'

/** So many customers are brought on in one transaction. */
const mostAtOnce = 500

/** What one round of a tick came to. */
export interface Round {
  readonly customers: number
  readonly crossings: number
  /** Whether everybody has arrived at the instant of the tick. */
  readonly isLast: boolean
}

/**
 * Brings those on whose turn comes first, up to now or to where the next ones wait: so everything is
 * recorded in the order of time, however many customers there are. Nobody else writes meanwhile.
 */
export async function oneRound(unit: UnitOfWork): Promise<Round> {
  const plan = await loadPlan(unit)
  if (!plan.moves) return { customers: 0, crossings: 0, isLast: true }
  const now = await instantToJudge(unit)
  const waiting = await unit.tx.report('dueTurns', { until: now, limit: mostAtOnce + 1 })
  const first = waiting[0]?.turnsAt ?? now
  const behind = waiting[mostAtOnce]?.turnsAt
  // Many may have their turn at one instant, a midnight say: then some of them go before the others.
  const to = behind === undefined ? now : Math.max(first, behind - 1)
  const due = waiting.slice(0, mostAtOnce).filter(({ turnsAt }) => turnsAt <= to)
  const crossings = await letTimeGoOn(unit, plan, due, to)
  const isLast = behind === undefined
  if (isLast) await noteKeptUp(unit, now)
  return { customers: due.length, crossings, isLast }
}

/** Brings everybody on to now, within one call: before definitions change, and before a rebuild. */
export async function bringEverybodyOn(unit: UnitOfWork): Promise<void> {
  for (;;) {
    if ((await oneRound(unit)).isLast) return
  }
}

async function noteKeptUp(unit: UnitOfWork, now: number): Promise<void> {
  const into = unit.draft()
  into.put('snapshots', { kind: 'keptUp', asOf: now, value: 0 })
  await unit.apply(into)
}

/** Where nothing needs them any more, nobody has a turn. */
export async function forgetTurns(unit: UnitOfWork, { notesTurns }: KeptPlan): Promise<void> {
  if (notesTurns) return
  for (;;) {
    const rows = await unit.tx.scan('turns', null, mostAtOnce)
    if (rows.length === 0) return
    const into = unit.draft()
    for (const { customerId } of rows) into.remove('turns', [customerId])
    await unit.apply(into)
  }
}

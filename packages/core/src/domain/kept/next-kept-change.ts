import { compile } from '../segments/compile.ts'
import type { NextChange } from '../segments/next-change.ts'
import type { Predicate } from '../segments/predicate.ts'
import { forward } from '../time/step.ts'
import { judgeKept, nextTurn, turnsAfter } from './advance.ts'
import { type Kept, keptKey } from './kept.ts'
import { crossed, type KeptState } from './kept-state.ts'
import { type Calendar, keptPlan } from './plan.ts'

/** How far ahead is looked. */
const horizon = { years: 10 }

/**
 * The next instant at which a predicate's answer about a customer is another one, if nothing else
 * happens but that time goes on for what is kept up, too: rules give and take tags on the way, and
 * tracked segments gain and lose the customer.
 *
 * @param rules what is kept up and has a part in the answer
 */
export function nextKeptChange(
  predicate: Predicate,
  rules: readonly Kept[],
  before: KeptState,
  { now, timeZone, segments }: Calendar & { readonly now: number },
): NextChange {
  const asked: Kept = { kind: 'segment', id: '', where: predicate }
  const plan = keptPlan([...rules, asked], { timeZone, segments })
  const holds = compile(predicate, timeZone, segments)(before.view, now)
  const last = forward(now, horizon, timeZone)
  let state = holds ? crossed(before, asked, true, now) : before
  let from = now
  for (let turn = nextTurn(plan, state, now); turn.at <= last; ) {
    const { at, due } = turn
    const judged = judgeKept(plan, state, at, (watched) => due.has(watched))
    if (judged.crossings.some(({ kept }) => keptKey(kept) === keptKey(asked))) return { at }
    state = judged.state
    from = at
    turn = nextTurn(plan, state, at)
  }
  return { noneBefore: last, never: !turnsAfter(plan, state, from) }
}

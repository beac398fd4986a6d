import type { CustomerView } from '../segments/customer-view.ts'
import { turnsOfLeaf } from '../segments/next-change/turning-points.ts'
import { forward } from '../time/step.ts'
import { type Crossing, keptKey } from './kept.ts'
import { belongs, crossed, type KeptState } from './kept-state.ts'
import type { KeptPlan, Watched } from './plan.ts'

/** A state that was judged, and what changed on the way. */
export interface Judged {
  readonly state: KeptState
  /** In the order in which they happened. */
  readonly crossings: readonly Crossing[]
}

/** Most have a turn this soon, and looking far ahead costs more: every year has a birthday. */
const soon = { years: 1 }

/** Looks again after so long, though nothing is known to change. */
const horizon = { years: 10 }

/** Judges a customer at an instant by everything kept, or by what is due and what rests on that. */
export function judgeKept(
  { watched }: KeptPlan,
  before: KeptState,
  at: number,
  isDue: (watched: Watched) => boolean = () => true,
): Judged {
  let state = before
  const crossings: Crossing[] = []
  const changed = new Set<string>()
  for (const each of watched) {
    const { kept } = each
    if (!isDue(each) && ![...each.restsOn].some((key) => changed.has(key))) continue
    const entered = each.belongs(state.view, at)
    if (entered === belongs(state, kept)) continue
    state = crossed(state, kept, entered, at)
    crossings.push({ kept, entered, at })
    changed.add(keptKey(kept))
  }
  return { state, crossings }
}

/** What became of a customer, and when to look again. */
export interface Advanced extends Judged {
  /** The first instant behind the one reached from which on an answer may be another. */
  readonly turnsAt: number
}

/**
 * Lets time go on for a customer who was judged at `from`, up to and with `to`: what changes on the
 * way changes at its very instant, and what rests on it with it. How the way is cut into pieces makes
 * no difference.
 */
export function advance(
  plan: KeptPlan,
  before: KeptState,
  { from, to }: { readonly from: number; readonly to: number },
): Advanced {
  let state = before
  const crossings: Crossing[] = []
  let now = from
  for (;;) {
    const turn = nextTurn(plan, state, now)
    if (turn.at > to) return { state, crossings, turnsAt: turn.at }
    const judged = judgeKept(plan, state, turn.at, (each) => turn.due.has(each))
    state = judged.state
    crossings.push(...judged.crossings)
    now = turn.at
  }
}

/** An instant at which answers may change, and whose. */
export interface Turn {
  readonly at: number
  readonly due: ReadonlySet<Watched>
}

/**
 * The first instant after another from which on some answer may be different, if nothing but time
 * goes on; in ten years at the latest, where nothing is known to change before.
 */
export function nextTurn(plan: KeptPlan, { view }: KeptState, after: number): Turn {
  const near = firstTurn(plan, view, after, forward(after, soon, plan.timeZone))
  return near.due.size > 0
    ? near
    : firstTurn(plan, view, after, forward(after, horizon, plan.timeZone))
}

/** Whether any answer may ever be different after an instant, if nothing but time goes on. */
export function turnsAfter(
  { moving, timeZone, segments }: KeptPlan,
  { view }: KeptState,
  after: number,
): boolean {
  // Who has an age or a day that comes back has turns in every ten years; of all else every turn is known.
  const span = { from: after, to: forward(after, horizon, timeZone), timeZone, segments }
  return moving.some(({ leaf }) => turnsOfLeaf(leaf, view, span).some((point) => point > after))
}

/** The first turn of a span, or its end, where nothing is due. */
function firstTurn(
  { moving, timeZone, segments }: KeptPlan,
  view: CustomerView,
  after: number,
  last: number,
): Turn {
  const span = { from: after, to: last, timeZone, segments }
  let at = last
  let due = new Set<Watched>()
  for (const { leaf, watched } of moving) {
    for (const point of turnsOfLeaf(leaf, view, span)) {
      if (point <= after || point > at) continue
      if (point < at) {
        at = point
        due = new Set()
      }
      for (const each of watched) due.add(each)
    }
  }
  return { at, due }
}

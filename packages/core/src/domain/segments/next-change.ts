import { forward } from '../time/step.ts'
import { compile } from './compile.ts'
import type { CustomerView } from './customer-view.ts'
import { turningPoints } from './next-change/turning-points.ts'
import type { Predicate } from './predicate.ts'
import type { Moment } from './resolve/moment.ts'

/**
 * When an answer changes if nothing but time goes on: at an instant, or not before another, as far as
 * was looked; with `never` not later either. Epoch milliseconds.
 */
export type NextChange =
  | { readonly at: number }
  | { readonly noneBefore: number; readonly never: boolean }

/** How far ahead is looked. */
const horizon = { years: 10 }

/**
 * The next instant at which a checked predicate's answer about a customer is another one, if nothing
 * else happens: the answer is the same at every instant before it, and different at it. Ten years
 * ahead are looked at.
 *
 * @throws LanggananError `LIST_NOT_LOADED` for a view without a list that the predicate needs.
 */
export function nextChange(
  predicate: Predicate,
  view: CustomerView,
  { now, timeZone, segments = [] }: Moment,
): NextChange {
  const last = forward(now, horizon, timeZone)
  const holds = compile(predicate, timeZone, segments)
  const answer = holds(view, now)
  const points = turningPoints(predicate, view, { from: now, to: last, timeZone, segments })
  const ahead = [...new Set(points)].filter((at) => at > now && at <= last)
  for (const at of ahead.sort((a, b) => a - b)) {
    if (holds(view, at) !== answer) return { at }
  }
  // Who has an age or a day that comes back has turns in every ten years; of all else every turn is known.
  return { noneBefore: last, never: !points.some((at) => at > now) }
}

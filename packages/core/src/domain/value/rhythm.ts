import type { FactsRow } from './rows.ts'

/** Orders closer together than this are one visit and say nothing about a rhythm: 24 hours in ms. */
export const shortestGap: number = 86_400_000

/** The gap that a shop is taken to have before its own was measured: 30 days in ms. */
export const startingGap: number = 30 * shortestGap

/** Orders from which a customer's own rhythm is used instead of the shop's. */
const ordersForOwnRhythm: number = 4

const slipsAfter = 2
const lapsesAfter = 4
const gapsJudged = 5

export type Rhythm = Pick<FactsRow, 'ownGap' | 'steady' | 'slippingAt' | 'lapsedAt'>

/**
 * When a customer with these standing orders starts to slip (two gaps after the last order) and
 * counts as lapsed (four). With one to three orders the gap is the shop's, with more the median of
 * the customer's own; visits on several orders within a day count once.
 *
 * @param times instants of the standing orders, ascending
 * @param shopGap the shop's median gap, ms
 */
export function rhythmOf(times: readonly number[], shopGap: number): Rhythm {
  const last = times.at(-1)
  if (last === undefined) return { ownGap: null, steady: 0, slippingAt: null, lapsedAt: null }
  const gaps = gapsBetween(times)
  const ownGap = times.length < ordersForOwnRhythm ? null : lowerMedian(gaps)
  const gap = ownGap ?? shopGap
  const steady =
    ownGap !== null && gaps.slice(-gapsJudged).every((each) => each <= slipsAfter * ownGap)
  return {
    ownGap,
    steady: steady ? 1 : 0,
    slippingAt: last + slipsAfter * gap,
    lapsedAt: last + lapsesAfter * gap,
  }
}

/** Gaps between consecutive instants, those of one visit left out. */
function gapsBetween(times: readonly number[]): number[] {
  return times
    .slice(1)
    .map((at, i) => at - (times[i] ?? at))
    .filter((gap) => gap >= shortestGap)
}

function lowerMedian(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null
}

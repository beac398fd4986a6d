import { gapsBetween, median } from './median.ts'
import type { FactsRow } from './rows.ts'

/**
 * No rhythm is shorter: 24 hours in ms. Several orders over one counter in an afternoon would
 * otherwise make a rhythm of minutes, and a customer lapse before the evening.
 */
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
 * the customer's own; it never counts as less than a day.
 *
 * @param times instants of the standing orders, ascending
 * @param shopGap the shop's median gap, ms
 */
export function rhythmOf(times: readonly number[], shopGap: number): Rhythm {
  const last = times.at(-1)
  if (last === undefined) return { ownGap: null, steady: 0, slippingAt: null, lapsedAt: null }
  const gaps = gapsBetween(times)
  const ownGap = times.length < ordersForOwnRhythm ? null : median(gaps)
  const gap = Math.max(ownGap ?? shopGap, shortestGap)
  const steady =
    ownGap !== null && gaps.slice(-gapsJudged).every((each) => each <= slipsAfter * gap)
  return {
    ownGap,
    steady: steady ? 1 : 0,
    slippingAt: last + slipsAfter * gap,
    lapsedAt: last + lapsesAfter * gap,
  }
}

import { expect, test } from 'vitest'
import { loyaltyOf } from '../../../src/domain/value/loyalty.ts'
import { rhythmOf, shortestGap, startingGap } from '../../../src/domain/value/rhythm.ts'

function loyaltyAfter(gaps: readonly number[], daysLater: number) {
  const times = [0, ...gaps.map((_, i) => gaps.slice(0, i + 1).reduce((sum, gap) => sum + gap, 0))]
  const last = times.at(-1) ?? 0
  const facts = { orders: times.length, lastPurchaseAt: last, ...rhythmOf(times, startingGap) }
  return loyaltyOf(facts, last + daysLater * shortestGap, true)
}

test('six orders within hours of each other are a rhythm of one day', () => {
  const { stage, rhythm, reasons } = loyaltyAfter(Array(5).fill(shortestGap / 12), 1)
  expect({ stage, rhythm }).toEqual({ stage: 'loyal', rhythm: { days: 1, of: 'customer' } })
  expect(reasons).toEqual([
    '6 standing orders, and none of the last five gaps went past two rhythms.',
    '1 day since the last order; the usual gap of this customer is under a day, which counts as one.',
  ])
})

test('equally many orders in different rhythms, the same time ago', () => {
  const weekly = loyaltyAfter(Array(5).fill(7 * shortestGap), 30)
  const quarterly = loyaltyAfter(Array(5).fill(90 * shortestGap), 30)
  expect([weekly.stage, quarterly.stage]).toEqual(['lapsed', 'loyal'])
})

test('a gap that nobody measured is not said to be the shop’s', () => {
  const facts = { orders: 1, lastPurchaseAt: 0, ...rhythmOf([0], startingGap) }
  expect(loyaltyOf(facts, shortestGap, false).reasons).toEqual([
    '1 standing order.',
    "1 day since the last order; the gap that counts until the shop's own is measured is 30 days.",
  ])
})

import { expect, test } from 'vitest'
import { loyaltyOf } from '../../../src/domain/value/loyalty.ts'
import { rhythmOf, shortestGap, startingGap } from '../../../src/domain/value/rhythm.ts'

function loyaltyAfter(gaps: readonly number[], daysLater: number) {
  const times = [0, ...gaps.map((_, i) => gaps.slice(0, i + 1).reduce((sum, gap) => sum + gap, 0))]
  const last = times.at(-1) ?? 0
  const facts = { orders: times.length, lastPurchaseAt: last, ...rhythmOf(times, startingGap) }
  return loyaltyOf(facts, last + daysLater * shortestGap)
}

test('six orders within hours of each other were said to have a gap past two rhythms', () => {
  const { stage, rhythm, reasons } = loyaltyAfter(Array(5).fill(shortestGap / 2), 1)
  expect({ stage, rhythm }).toEqual({ stage: 'regular', rhythm: { days: 30, of: 'shop' } })
  expect(reasons[0]).toBe(
    '6 standing orders; each within a day of the one before, so that there is no rhythm of its own yet.',
  )
})

test('equally many orders in different rhythms, the same time ago', () => {
  const weekly = loyaltyAfter(Array(5).fill(7 * shortestGap), 30)
  const quarterly = loyaltyAfter(Array(5).fill(90 * shortestGap), 30)
  expect([weekly.stage, quarterly.stage]).toEqual(['lapsed', 'loyal'])
})

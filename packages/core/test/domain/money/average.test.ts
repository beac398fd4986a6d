import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { averageCompare, floorDivide } from '../../../src/domain/money/average.ts'
import { anyAmount } from './amounts.ts'

const count = fc.oneof(
  fc.integer({ min: 1, max: 50 }),
  fc.maxSafeInteger().map((n) => Math.abs(n) || 1),
)
const comparisons = ['=', '<', '<=', '>', '>='] as const

function exactly(total: number, n: number, is: (typeof comparisons)[number], x: number): boolean {
  const left = BigInt(total)
  const right = BigInt(x) * BigInt(n)
  if (is === '=') return left === right
  if (is === '<') return left < right
  if (is === '<=') return left <= right
  return is === '>' ? left > right : left >= right
}

describe('averages', () => {
  it('compare as exact fractions do', () => {
    fc.assert(
      fc.property(
        anyAmount,
        count,
        fc.constantFrom(...comparisons),
        anyAmount,
        (total, n, is, x) => {
          expect(averageCompare(total, n, is, x)).toBe(exactly(total, n, is, x))
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('compare exactly next to the average itself', () => {
    const near = fc.integer({ min: -2, max: 2 })
    fc.assert(
      fc.property(
        anyAmount,
        count,
        fc.constantFrom(...comparisons),
        near,
        (total, n, is, shift) => {
          const x = floorDivide(total, n) + shift
          fc.pre(Number.isSafeInteger(x))
          expect(averageCompare(total, n, is, x)).toBe(exactly(total, n, is, x))
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('are missing over nothing, so every comparison is false', () => {
    for (const is of comparisons) expect(averageCompare(0, 0, is, 0)).toBe(false)
  })

  it.each([
    [7, 2, 3],
    [-7, 2, -4],
    [-8, 2, -4],
    [0, 5, 0],
    [-1, 2, -1],
    [Number.MAX_SAFE_INTEGER, 2, 4503599627370495],
  ])('%i over %i is %i, rounded down', (total, n, floor) => {
    expect(floorDivide(total, n)).toBe(floor)
  })
})

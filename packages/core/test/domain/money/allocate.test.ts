import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate } from '../../../src/domain/money/allocate.ts'
import { anyAmount } from './amounts.ts'

const weights = fc.array(fc.oneof(fc.maxSafeInteger().map(Math.abs), fc.nat({ max: 5 })), {
  minLength: 1,
  maxLength: 20,
})

describe('allocate', () => {
  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [10, [0, 0, 0, 0], [3, 3, 2, 2]],
    [5, [0, 1, 0], [0, 5, 0]],
    [7, [3, 2, 2], [3, 2, 2]],
    [1, [1, 2, 1], [0, 1, 0]],
    [0, [1, 2], [0, 0]],
    [0, [], []],
  ])('splits %i by %j', (total, by, expected) => {
    expect(allocate(total, by)).toEqual(expected)
  })

  it('sums to the total, each part within one unit of its share', () => {
    fc.assert(
      fc.property(anyAmount, weights, (total, by) => {
        const parts = allocate(total, by).map(BigInt)
        expect(parts.reduce((a, b) => a + b)).toBe(BigInt(total))
        const sum = by.map(BigInt).reduce((a, b) => a + b)
        if (sum === 0n) return
        for (const [i, part] of parts.entries()) {
          const error = part * sum - BigInt(total) * BigInt(by[i]!)
          expect(error < sum && error > -sum).toBe(true)
        }
      }),
    )
  })

  it('is symmetrical in sign and gives nothing for no weight', () => {
    fc.assert(
      fc.property(anyAmount, weights, (total, by) => {
        const parts = allocate(total, by)
        expect(allocate(-total, by)).toEqual(parts.map((part) => 0 - part))
        if (by.some((weight) => weight > 0)) {
          for (const [i, weight] of by.entries()) if (weight === 0) expect(parts[i]).toBe(0)
        }
      }),
    )
  })

  it('favours the earlier of equal weights', () => {
    fc.assert(
      fc.property(fc.nat(), weights, (total, by) => {
        const parts = allocate(total, by)
        for (let i = 1; i < by.length; i += 1) {
          if (by[i] === by[i - 1]) expect(parts[i - 1]).toBeGreaterThanOrEqual(parts[i]!)
        }
      }),
    )
  })

  it.each([
    [0.5, [1], 'total'],
    [1, [1, -1], 'weights[1]'],
    [1, [Number.NaN], 'weights[0]'],
    [1, [], 'weights'],
  ])('refuses %s by %j', (total, by, field) => {
    expect(() => allocate(total, by)).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', field }),
    )
  })
})

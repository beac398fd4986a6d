import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addAmounts,
  divideRounded,
  multiplyAmount,
  subtractAmounts,
} from '../../../src/domain/money/amount.ts'
import { anyAmount, isStorable } from './amounts.ts'

const overflow = expect.objectContaining({ code: 'AMOUNT_OVERFLOW' })

describe('checked arithmetic', () => {
  it.each([
    ['addAmounts', addAmounts, (a: bigint, b: bigint) => a + b],
    ['subtractAmounts', subtractAmounts, (a: bigint, b: bigint) => a - b],
    ['multiplyAmount', multiplyAmount, (a: bigint, b: bigint) => a * b],
  ])('%s is exact or refuses', (_, ours, exact) => {
    fc.assert(
      fc.property(anyAmount, anyAmount, (a, b) => {
        const expected = exact(BigInt(a), BigInt(b))
        if (isStorable(expected)) expect(ours(a, b)).toBe(Number(expected))
        else expect(() => ours(a, b)).toThrow(overflow)
      }),
    )
  })

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses the operand %s', (bad) => {
    expect(() => addAmounts(bad, 0)).toThrow(overflow)
    expect(() => subtractAmounts(0, bad)).toThrow(overflow)
    expect(() => multiplyAmount(bad, 0)).toThrow(overflow)
  })

  it('never gives −0', () => {
    expect(multiplyAmount(-1, 0)).toBe(0)
    expect(addAmounts(-0, -0)).toBe(0)
    expect(subtractAmounts(-0, 0)).toBe(0)
  })
})

describe('divideRounded', () => {
  it.each([
    [5n, 2n, 3n],
    [-5n, 2n, -3n],
    [5n, -2n, -3n],
    [-5n, -2n, 3n],
    [4n, 3n, 1n],
    [-4n, 3n, -1n],
    [1n, 2n, 1n],
    [0n, 7n, 0n],
  ])('%s / %s is %s', (numerator, denominator, expected) => {
    expect(divideRounded(numerator, denominator)).toBe(expected)
  })

  it('is the nearest integer, a tie away from zero', () => {
    fc.assert(
      fc.property(
        fc.bigInt(),
        fc.bigInt().filter((d) => d !== 0n),
        (n, d) => {
          const abs = (x: bigint) => (x < 0n ? -x : x)
          const error = abs(n - divideRounded(n, d) * d) * 2n
          expect(error <= abs(d)).toBe(true)
          if (error === abs(d)) expect(abs(divideRounded(n, d) * d)).toBeGreaterThan(abs(n))
        },
      ),
    )
  })

  it('refuses to divide by zero', () => {
    expect(() => divideRounded(1n, 0n)).toThrow(RangeError)
  })
})

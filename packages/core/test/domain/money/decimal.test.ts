import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convertAmount } from '../../../src/domain/money/convert.ts'
import {
  type Decimal,
  decimalToMinor,
  multiplyDecimals,
  parseDecimal,
  roundDecimal,
} from '../../../src/domain/money/decimal.ts'
import { anyAmount } from './amounts.ts'

function decimal(text: string): Decimal {
  return parseDecimal(text) ?? expect.unreachable(text)
}

describe('parseDecimal', () => {
  it.each([
    ['0', 0n, 0],
    ['-0', 0n, 0],
    ['007', 7n, 0],
    ['-12.340', -12340n, 3],
    ['-0.05', -5n, 2],
    ['9007199254740993', 9007199254740993n, 0],
  ])('reads %s', (text, digits, scale) => {
    expect(parseDecimal(text)).toEqual({ digits, scale })
  })

  it.each([
    '',
    '-',
    '.',
    '1.',
    '.5',
    '+1',
    '1e3',
    '1_000',
    '1,5',
    ' 1',
    '1 ',
    '0x1',
    '--1',
    '١',
    'NaN',
    '1\n',
  ])('refuses %j', (text) => {
    expect(parseDecimal(text)).toBeUndefined()
  })

  it('refuses text over 64 characters', () => {
    expect(parseDecimal('1'.repeat(64))).toBeDefined()
    expect(parseDecimal('1'.repeat(65))).toBeUndefined()
  })
})

describe('rounding', () => {
  it.each([
    ['2.5', 0, 3n],
    ['-2.5', 0, -3n],
    ['2.49999', 0, 2n],
    ['0.005', 2, 1n],
    ['1.005', 2, 101n],
    ['1.1', 3, 1100n],
  ])('rounds %s to %i decimals', (text, scale, expected) => {
    expect(roundDecimal(decimal(text), scale)).toBe(expected)
  })

  it('turns gateway amounts into minor units', () => {
    expect(decimalToMinor(decimal('250000.00'), 0)).toBe(250000)
    expect(decimalToMinor(decimal('19.99'), 2)).toBe(1999)
    expect(decimalToMinor(decimal('-0.001'), 2)).toBe(0)
  })

  it('refuses what is not a safe integer', () => {
    const overflow = expect.objectContaining({ code: 'AMOUNT_OVERFLOW' })
    expect(decimalToMinor(decimal('90071992547409.91'), 2)).toBe(Number.MAX_SAFE_INTEGER)
    expect(() => decimalToMinor(decimal('90071992547409.92'), 2)).toThrow(overflow)
    expect(() => decimalToMinor(decimal('-90071992547409.92'), 2)).toThrow(overflow)
  })
})

describe('conversion', () => {
  it('follows the rate and both scales', () => {
    expect(convertAmount(1999, 2, decimal('16250.50'), 0)).toBe(324847) // 19.99 USD in IDR
    expect(convertAmount(250000, 0, decimal('0.0000615'), 2)).toBe(1538) // 15.375 USD, half up
    expect(convertAmount(-250000, 0, decimal('0.0000615'), 2)).toBe(-1538)
  })

  it('keeps every amount at rate 1', () => {
    fc.assert(
      fc.property(anyAmount, fc.integer({ min: 0, max: 4 }), (minor, scale) => {
        expect(convertAmount(minor, scale, decimal('1.000'), scale)).toBe(minor)
      }),
    )
  })

  it('multiplies exactly', () => {
    expect(multiplyDecimals(decimal('1.25'), decimal('-0.4'))).toEqual({ digits: -500n, scale: 3 })
  })
})

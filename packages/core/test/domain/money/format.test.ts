import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currencyScale } from '../../../src/domain/money/currency.ts'
import { formatAmount } from '../../../src/domain/money/format.ts'
import { anyAmount } from './amounts.ts'

describe('currencyScale', () => {
  it.each([
    ['IDR', 0],
    ['JPY', 0],
    ['USD', 2],
    ['MYR', 2],
    ['SGD', 2],
    ['KWD', 3],
  ])('of %s is %i', (code, scale) => {
    expect(currencyScale(code)).toBe(scale)
  })

  it.each(['', 'usd', 'XXX', 'XAU', 'RP', 'IDR ', 'DEM', 'constructor', '__proto__'])(
    'of %j is unknown',
    (code) => {
      expect(currencyScale(code)).toBeUndefined()
    },
  )
})

describe('formatAmount', () => {
  it.each([
    [250000, 'IDR', 'Rp 250.000'],
    [-250000, 'IDR', '-Rp 250.000'],
    [0, 'IDR', 'Rp 0'],
    [-0, 'IDR', 'Rp 0'],
    [999, 'IDR', 'Rp 999'],
    [123456, 'GBP', '1,234.56 GBP'],
    [-5, 'USD', '-0.05 USD'],
    [1234567, 'KWD', '1,234.567 KWD'],
    [1500, 'JPY', '1,500 JPY'],
    [Number.MAX_SAFE_INTEGER, 'IDR', 'Rp 9.007.199.254.740.991'],
  ])('%i %s is %s', (minor, currency, expected) => {
    expect(formatAmount(minor, currency)).toBe(expected)
  })

  it('loses nothing', () => {
    fc.assert(
      fc.property(anyAmount, fc.constantFrom('IDR', 'USD', 'KWD', 'JPY'), (minor, currency) => {
        const digits = formatAmount(minor, currency).replace(/[^\d-]/g, '')
        expect(Number(digits)).toBe(minor === 0 ? 0 : minor)
      }),
    )
  })

  it('refuses an unknown currency', () => {
    expect(() => formatAmount(1, 'XXX')).toThrow(
      expect.objectContaining({ code: 'CURRENCY_UNKNOWN' }),
    )
  })
})

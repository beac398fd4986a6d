import { describe, expect, test } from 'vitest'
import { parseAmount } from '../../src/input/amount.ts'

describe('amounts as people write them', () => {
  test.each([
    ['19.99', 'GBP', 1_999],
    ['19.9', 'GBP', 1_990],
    ['19', 'GBP', 1_900],
    ['1_250.50', 'GBP', 125_050],
    ['0', 'GBP', 0],
    ['55000', 'IDR', 55_000],
    ['55_000', 'IDR', 55_000],
    ['5_000_000', 'IDR', 5_000_000],
    ['1.250', 'KWD', 1_250],
  ])('%s in %s is %i minor units', (text, currency, minor) => {
    expect(parseAmount(text, currency, 'amount')).toBe(minor)
  })

  test.each([
    '',
    'x',
    '1,5',
    '1.234,56',
    'Rp 55000',
    '£5',
    '1e3',
    '.5',
    '5.',
    '_5',
    '5_',
    '5__0',
    '+5',
    '-5',
    '１９',
    'Infinity',
  ])('refuses %j', (text) => {
    expect(() => parseAmount(text, 'GBP', 'paid')).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', field: 'paid' }),
    )
  })

  test('refuses thousands that could be decimals, and says how to write them', () => {
    expect(() => parseAmount('55.000', 'IDR', 'paid')).toThrow('write 55000 or 55_000')
    expect(() => parseAmount('5.555', 'GBP', 'paid')).toThrow('GBP has 2 decimals')
  })

  test('takes amounts below zero only where they are asked for', () => {
    expect(parseAmount('-1.50', 'GBP', 'ltv-max', 'any')).toBe(-150)
    expect(() => parseAmount('-1.50', 'GBP', 'paid')).toThrow('Expected an amount')
  })

  test('refuses amounts that are not exact', () => {
    expect(() => parseAmount('99999999999999999', 'IDR', 'paid')).toThrow(
      expect.objectContaining({ code: 'AMOUNT_OVERFLOW' }),
    )
  })
})

import { formatAmount } from '@langganan/core'
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
    ['1,234.567', 'KWD', 1_234_567],
    ['1,250.50', 'GBP', 125_050],
    ['1,250,000', 'GBP', 125_000_000],
    ['1.234,56', 'GBP', 123_456],
    ['1,5', 'GBP', 150],
    ['£5', 'GBP', 500],
    ['1,250.50 GBP', 'GBP', 125_050],
    ['55.000', 'IDR', 55_000],
    ['1.250.000', 'IDR', 1_250_000],
    ['1,250,000', 'IDR', 1_250_000],
    ['Rp 475.000', 'IDR', 475_000],
    ['Rp475.000', 'IDR', 475_000],
    ['IDR 475000', 'IDR', 475_000],
    ['1,250 JPY', 'JPY', 1_250],
    ['Rp 250.000,-', 'IDR', 250_000],
    ['250.000.-', 'IDR', 250_000],
    ['250,000.–', 'IDR', 250_000],
    ['Rp250.000,00', 'IDR', 250_000],
    ['250,000.00', 'IDR', 250_000],
    ['250000,-', 'IDR', 250_000],
    ['19,-', 'EUR', 1_900],
    ['1.250.000,-', 'EUR', 125_000_000],
  ])('%s in %s is %i minor units', (text, currency, minor) => {
    expect(parseAmount(text, currency, 'amount')).toBe(minor)
  })

  test.each([
    '',
    'x',
    'Rp 55000',
    '1,25,000',
    '1.250,000.5',
    '1,250_000',
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

  test.each([
    ['15rb', '15_000'],
    ['1,5jt', '1_500_000'],
    ['Rp 15 ribu', '15_000'],
    ['15.000 rb', '15_000_000'],
  ])('asks whether %s is meant as %s', (text, meant) => {
    expect(() => parseAmount(text, 'IDR', 'paid')).toThrow(
      `--paid: Expected an amount in IDR such as 55000, 55.000 or 55,000. Did you mean "${meant}"?`,
    )
  })

  test.each(['0', '5', '1234567', '250000'])('takes %s minor units as they are printed', (text) => {
    for (const currency of ['IDR', 'GBP', 'KWD', 'JPY']) {
      const printed = formatAmount(Number(text), currency)
      expect(parseAmount(printed, currency, 'paid')).toBe(Number(text))
    }
  })

  test('refuses what has two readings, and shows both', () => {
    for (const text of ['1,250', '1.250']) {
      expect(() => parseAmount(text, 'GBP', 'paid')).toThrow(
        '--paid: This is 1.250 if its mark is for decimals, and 1250 if it groups thousands',
      )
    }
    expect(() => parseAmount('1,250', 'KWD', 'paid')).toThrow(/1\.250 .* 1250/)
  })

  test('refuses decimals that the currency does not have', () => {
    expect(() => parseAmount('5.5555', 'GBP', 'paid')).toThrow('GBP has 2 decimals')
    expect(() => parseAmount('5,50', 'IDR', 'paid')).toThrow('IDR has no decimals')
    expect(() => parseAmount('0,50', 'IDR', 'paid')).toThrow('IDR has no decimals')
    expect(() => parseAmount('55,000,00', 'IDR', 'paid')).toThrow('Expected an amount')
    expect(() => parseAmount('0.500', 'IDR', 'paid')).toThrow('IDR has no decimals')
  })

  test('takes amounts below zero only where they are asked for', () => {
    expect(parseAmount('-1.50', 'GBP', 'ltv-max', 'any')).toBe(-150)
    expect(parseAmount('-Rp 1.500', 'IDR', 'ltv-max', 'any')).toBe(-1_500)
    expect(() => parseAmount('-1.50', 'GBP', 'paid')).toThrow('Expected an amount')
  })

  test('refuses amounts that are not exact', () => {
    expect(() => parseAmount('99999999999999999', 'IDR', 'paid')).toThrow(
      expect.objectContaining({ code: 'AMOUNT_OVERFLOW' }),
    )
    for (const text of ['9007199254740993', '1'.repeat(400)]) {
      expect(() => parseAmount(text, 'IDR', 'line')).toThrow(
        expect.objectContaining({
          code: 'AMOUNT_OVERFLOW',
          field: 'line',
          message: '--line: The amount is too large.',
        }),
      )
    }
  })
})

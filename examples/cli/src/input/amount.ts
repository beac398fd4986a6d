import {
  currencyScale,
  type Decimal,
  decimalToMinor,
  isLanggananError,
  parseDecimal,
} from '@langganan/core'
import { amountMeant } from '@langganan/core/segments/text'
import { CliError } from '../errors/cli-error.ts'
import { amountText } from '../money/currency-sign.ts'

/**
 * Minor units of an amount as people write it and as the program prints it: `19.99`, `55000`,
 * `55_000`, `1,250.50`, `Rp 1.250.000`, `Rp 250.000,-`.
 *
 * Points and commas may group thousands. What has two readings is refused with both: `1,250` pounds
 * would be 1250 to one reader and 1.25 to another. Where the currency has no decimals there is one.
 */
export function parseAmount(
  text: string,
  currency: string,
  field: string,
  sign: 'positive' | 'any' = 'positive',
): number {
  const scale = currencyScale(currency) ?? 0
  const expected = `Expected an amount in ${currency} such as ${example(scale)}`
  const plain = amountText(text.trim(), currency)
  const meant = amountMeant(text.trim(), scale)
  if ('problem' in plain) throw refused(`${expected}; ${plain.problem}`, field, meant)
  const below = plain.text.startsWith('-')
  if (below && sign === 'positive') throw refused(expected, field)
  const digits = below ? plain.text.slice(1) : plain.text
  const [value, other] = readingsOf(withoutNoCents(digits, scale), scale)
  if (value === undefined) throw refused(expected, field, meant)
  if (other !== undefined) {
    const both = `This is ${value} if its mark is for decimals, and ${other} if it groups thousands`
    const fix = `${currency} has ${scale} decimals, after a point: write it such as ${example(scale)}`
    throw refused(`${both}. ${fix}`, field)
  }
  if (decimalsOf(value) > scale) throw refused(tooManyDecimals(currency, scale), field)
  const minor = minorOf(exactly(value, field), scale, field)
  return below && minor !== 0 ? -minor : minor
}

/** `250.000,-` and `55.000.-` say that nothing comes behind; so does `250.000,00` where nothing could. */
function withoutNoCents(digits: string, scale: number): string {
  const whole = digits.replace(/(?<=\d)[.,][-–—]$/, '')
  const [, rest, mark = ''] = scale === 0 ? (/^(.*\d)([.,])00$/.exec(whole) ?? []) : []
  return rest === undefined || rest.includes(mark) ? whole : rest
}

const underscored = /^\d+(?:_\d+)*(?:\.\d+)?$/

/** How a number with one of the marks for decimals may be written: plain, or grouped by the other. */
const forms = [
  { form: /^(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?$/, group: ',', mark: '.' },
  { form: /^(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,\d+)?$/, group: '.', mark: ',' },
] as const

/** Every way to read the digits, as plain decimals: decimals first, then thousands. */
function readingsOf(digits: string, scale: number): readonly string[] {
  if (digits.includes('_')) {
    return underscored.test(digits) ? [digits.replaceAll('_', '')] : []
  }
  // The point marks decimals in what the program prints.
  if (scale > 0 && /^\d+\.\d+$/.test(digits) && decimalsOf(digits) <= scale) return [digits]
  const readings = forms
    .filter(({ form }) => form.test(digits))
    .map(({ group, mark }) => digits.replaceAll(group, '').replace(mark, '.'))
  const whole = readings.filter((reading) => decimalsOf(reading) === 0)
  // Nobody writes decimals that the currency does not have.
  if (scale === 0 && whole.length > 0) return whole.slice(0, 1)
  return [...new Set(readings)].sort((a, b) => decimalsOf(b) - decimalsOf(a))
}

function decimalsOf(plain: string): number {
  const point = plain.indexOf('.')
  return point === -1 ? 0 : plain.length - point - 1
}

function exactly(plain: string, field: string): Decimal {
  const value = parseDecimal(plain)
  if (value !== undefined) return value
  throw tooLarge(field)
}

function minorOf(value: Decimal, scale: number, field: string): number {
  try {
    return decimalToMinor(value, scale)
  } catch (error) {
    throw isLanggananError(error, 'AMOUNT_OVERFLOW') ? tooLarge(field, error) : error
  }
}

function tooLarge(field: string, cause?: unknown): CliError {
  return new CliError('AMOUNT_OVERFLOW', `--${field}: The amount is too large.`, field, cause)
}

function tooManyDecimals(currency: string, scale: number): string {
  return `${currency} has ${scale === 0 ? 'no' : scale} decimals. Write an amount such as ${example(scale)}`
}

function example(scale: number): string {
  return scale === 0 ? '55000, 55.000 or 55,000' : '19.99 or 1,250.50'
}

function refused(message: string, field: string, hint = ''): CliError {
  return new CliError('INVALID_INPUT', `--${field}: ${message}.${hint}`, field)
}

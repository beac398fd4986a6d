import { currencyScale, decimalToMinor, parseDecimal } from '@langganan/core'
import { CliError } from '../errors/cli-error.ts'

/**
 * Minor units of an amount as people write it: `19.99`, `55000`, `55_000`.
 *
 * The point is always a decimal point, and more decimals than the currency has are refused:
 * `55.000` rupiah would be 55 to one reader and 55,000 to another.
 */
export function parseAmount(
  text: string,
  currency: string,
  field: string,
  sign: 'positive' | 'any' = 'positive',
): number {
  const scale = currencyScale(currency) ?? 0
  const value = forms[sign].test(text) ? parseDecimal(text.replaceAll('_', '')) : undefined
  if (value === undefined) {
    throw refused(`Expected an amount in ${currency} such as ${example(scale)}`, field)
  }
  if (value.scale > scale) throw refused(tooManyDecimals(text, currency, scale), field)
  return decimalToMinor(value, scale)
}

const forms = {
  positive: /^\d+(?:_\d+)*(?:\.\d+)?$/,
  any: /^-?\d+(?:_\d+)*(?:\.\d+)?$/,
}

function tooManyDecimals(text: string, currency: string, scale: number): string {
  const decimals = scale === 0 ? 'no decimals' : `${scale} decimals`
  const thousands = /^-?\d{1,3}\.\d{3}$/.test(text)
    ? `; for thousands write ${text.replace('.', '')} or ${text.replace('.', '_')}`
    : ''
  return `${currency} has ${decimals}, and a point is a decimal point${thousands}`
}

function example(scale: number): string {
  return scale === 0
    ? '55000 or 55_000, without points, commas and signs of a currency'
    : '19.99 or 1_250.50, without commas and signs of a currency'
}

function refused(message: string, field: string): CliError {
  return new CliError('INVALID_INPUT', `${field}: ${message}.`, field)
}

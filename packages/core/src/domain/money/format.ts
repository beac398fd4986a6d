import { LanggananError } from '../error/langganan-error.ts'
import { currencyScale } from './currency.ts'

/**
 * An amount in minor units as people read it: `Rp 250.000`, `-Rp 250.000`, `1,234.56 GBP`.
 *
 * Rupiah are grouped with points as in Indonesia; every other currency is grouped with commas and
 * followed by its code. The same on every machine: no locale data is consulted.
 *
 * @throws LanggananError `CURRENCY_UNKNOWN` for anything but an active ISO 4217 code.
 */
export function formatAmount(minor: number, currency: string): string {
  const scale = currencyScale(currency)
  if (scale === undefined) {
    throw new LanggananError('CURRENCY_UNKNOWN', 'The currency is not an active ISO 4217 code.')
  }
  const sign = minor < 0 ? '-' : ''
  const digits = String(Math.abs(minor)).padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  if (currency === 'IDR') return `${sign}Rp ${group(whole, '.')}`
  const fraction = scale === 0 ? '' : `.${digits.slice(-scale)}`
  return `${sign}${group(whole, ',')}${fraction} ${currency}`
}

/** Digits in groups of three. */
export function group(whole: string, separator: string): string {
  return whole.replace(/\B(?=(?:\d{3})+$)/g, separator)
}

import { LanggananError } from '../error/langganan-error.ts'
import { currencyScale } from './currency.ts'

/** What sets off thousands and decimals where a language is spoken. */
const marks = { en: [',', '.'], id: ['.', ','] } as const

/**
 * An amount in minor units as people read it: `Rp 250.000`, `-Rp 250.000`, `1,234.56 GBP`; in Indonesian
 * `1.234,56 GBP`.
 *
 * Rupiah are grouped with points in both languages, as on every price tag in Indonesia; every other
 * currency is followed by its code. The same on every machine: no locale data is consulted.
 *
 * @param locale `en` where none is given
 * @throws LanggananError `CURRENCY_UNKNOWN` for anything but an active ISO 4217 code.
 */
export function formatAmount(
  minor: number,
  currency: string,
  locale: keyof typeof marks = 'en',
): string {
  const scale = currencyScale(currency)
  if (scale === undefined) {
    throw new LanggananError('CURRENCY_UNKNOWN', 'The currency is not an active ISO 4217 code.')
  }
  const sign = minor < 0 ? '-' : ''
  const digits = String(Math.abs(minor)).padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  if (currency === 'IDR') return `${sign}Rp ${group(whole, '.')}`
  const [thousands, decimals] = marks[locale]
  const fraction = scale === 0 ? '' : decimals + digits.slice(-scale)
  return `${sign}${group(whole, thousands)}${fraction} ${currency}`
}

/** Digits in groups of three. */
export function group(whole: string, separator: string): string {
  return whole.replace(/\B(?=(?:\d{3})+$)/g, separator)
}

import { isSupportedCountry } from 'libphonenumber-js/max'
import { LanggananError } from '../error/langganan-error.ts'
import { indonesianMobile } from './indonesian-mobile.ts'
import type { ParsedPhone } from './parsed-phone.ts'
import { phoneByPlan } from './phone-by-plan.ts'

/**
 * Reads a phone number as people type it, or gives undefined if it is not a valid one.
 *
 * `0812…`, `62812…`, `+62812…`, `812…`, `0062812…` and `+62 0812…` are the same number; spaces, dots,
 * dashes and brackets do not matter. So is it in a link: `wa.me/62812…`,
 * `https://api.whatsapp.com/send?phone=62812…`, `tel:+62812…`, `62812…@c.us`; and beside a word for what it is
 * for, `WA: 0812…` or `0812… (WA)`. Other letters, extensions and two numbers in one text are refused.
 * Digits that begin with the default country's calling code are read as international first. Digits
 * that come from WhatsApp belong in `phoneFromWhatsApp` instead.
 *
 * @param defaultCountry ISO 3166 code of the country that numbers without `+` are read in.
 * @throws LanggananError `INVALID_INPUT` if the default country is unknown.
 */
export function parsePhone(text: string, defaultCountry = 'ID'): ParsedPhone | undefined {
  if (!isSupportedCountry(defaultCountry)) {
    throw new LanggananError('INVALID_INPUT', 'The default country is not an ISO 3166 code.', {
      field: 'defaultCountry',
    })
  }
  const mobile = defaultCountry === 'ID' ? indonesianMobile(text) : undefined
  return mobile ?? phoneByPlan(text, defaultCountry)
}

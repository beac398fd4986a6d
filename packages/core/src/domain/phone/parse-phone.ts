import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  type NumberType,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max'
import { LanggananError } from '../error/langganan-error.ts'
import { foldCodePoints } from '../text/fold.ts'
import { phoneInLink } from './phone-link.ts'
import { withoutNote } from './phone-note.ts'

/** What kind of line a number is, as far as its digits tell. */
export type PhoneType = 'mobile' | 'fixedLine' | 'fixedLineOrMobile' | 'other'

/** A phone number that its country's numbering plan knows. */
export interface ParsedPhone {
  /** `+` and digits, as in `+6281234567890`. */
  readonly e164: string
  /** ISO 3166 code in capitals, undefined for numbers of no country (`+800`, `+870`). */
  readonly country: string | undefined
  readonly type: PhoneType
}

const longestText = 64
const phoneText = /^[ ().[\]-]*\+?[\d ().[\]-]+$/

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
  const number = phoneInLink(text) ?? text
  if (number.length > longestText) return undefined
  const folded = withoutNote(foldCodePoints(number))
  if (!phoneText.test(folded)) return undefined

  for (const reading of readings(folded.replace(/[^+\d]/g, ''), defaultCountry)) {
    const phone = parsePhoneNumberFromString(reading, { defaultCountry, extract: false })
    if (phone?.isValid()) {
      return { e164: phone.number, country: phone.country, type: phoneType(phone.getType()) }
    }
  }
  return undefined
}

// An Indonesian mobile typed as 62811074121 is also a valid landline of area 0628: shops mean the
// mobile, so the international reading comes first.
function readings(digits: string, country: CountryCode): string[] {
  if (digits.startsWith('+')) return [digits]
  if (digits.startsWith('00')) return [`+${digits.slice(2)}`, digits]
  if (digits.startsWith(getCountryCallingCode(country))) return [`+${digits}`, digits]
  return [digits]
}

function phoneType(type: NumberType): PhoneType {
  switch (type) {
    case 'MOBILE':
      return 'mobile'
    case 'FIXED_LINE':
      return 'fixedLine'
    case 'FIXED_LINE_OR_MOBILE':
      return 'fixedLineOrMobile'
    default:
      return 'other'
  }
}

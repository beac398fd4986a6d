import {
  type CountryCode,
  getCountryCallingCode,
  type NumberType,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max'
import { foldCodePoints } from '../text/fold.ts'
import type { ParsedPhone, PhoneType } from './parsed-phone.ts'
import { phoneInLink } from './phone-link.ts'
import { withoutNote } from './phone-note.ts'

const longestText = 64
const phoneText = /^[ ().[\]-]*\+?[\d ().[\]-]+$/

/** The number in a text by the numbering plans of all countries; undefined where it is in none. */
export function phoneByPlan(text: string, defaultCountry: CountryCode): ParsedPhone | undefined {
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

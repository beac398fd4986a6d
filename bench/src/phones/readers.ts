import { parsePhone } from '@langganan/core'
import { parsePhoneNumber } from 'awesome-phonenumber'
import google from 'google-libphonenumber'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

/** What everybody is asked of a number: its E.164 form where it is a valid mobile, else undefined. */
export type Reads = (text: string) => string | undefined

const country = 'ID'

export const ours: Reads = (text) => {
  const phone = parsePhone(text)
  return phone?.type === 'mobile' ? phone.e164 : undefined
}

/** The same, of other libraries. */
export const peers: Readonly<Record<string, Reads>> = {
  'libphonenumber-js/max': (text) => {
    const phone = parsePhoneNumberFromString(text, { defaultCountry: country, extract: false })
    return phone?.isValid() && phone.getType() === 'MOBILE' ? phone.number : undefined
  },
  'google-libphonenumber': googles(),
  'awesome-phonenumber': (text) => {
    const phone = parsePhoneNumber(text, { regionCode: country })
    return phone.valid && phone.type === 'mobile' ? phone.number.e164 : undefined
  },
}

function googles(): Reads {
  const { PhoneNumberUtil, PhoneNumberFormat, PhoneNumberType } = google
  const util = PhoneNumberUtil.getInstance()
  return (text) => {
    const phone = util.parse(text, country)
    const isMobile = util.getNumberType(phone) === PhoneNumberType.MOBILE
    return isMobile && util.isValidNumber(phone)
      ? util.format(phone, PhoneNumberFormat.E164)
      : undefined
  }
}

import { secrets } from '../expect-refused.ts'
import {
  absent,
  nothing,
  type Wrong,
  wrongChoices,
  wrongDates,
  wrongEmails,
  wrongLists,
  wrongLocalDates,
  wrongPhones,
  wrongTexts,
  wrongTextsOrLists,
} from '../wrong-values.ts'

import type { InputSpec } from './input-spec.ts'

export const customerDetails: InputSpec['fields'] = {
  phone: wrongPhones,
  'phone[1]': [...wrongPhones, nothing],
  email: wrongEmails,
  whatsapp: [...wrongTextsOrLists(64), ['no digits', 'nomor']],
  userId: wrongTextsOrLists(200),
  lid: wrongTextsOrLists(64),
  external: wrongTextsOrLists(200),
  businessName: wrongTexts(200),
  address: wrongTexts(1_000),
  city: wrongTexts(200),
  region: wrongTexts(200),
  country: wrongTexts(200),
  birthDate: wrongLocalDates,
  gender: wrongChoices,
  education: wrongTexts(200),
  occupation: wrongTexts(200),
  notes: wrongTexts(10_000),
  preferredChannel: wrongTexts(50),
  category: wrongTexts(200),
  source: wrongTexts(200),
  campaign: wrongTexts(200),
  adClickId: wrongTexts(500),
  sourceToldAt: wrongDates,
  nameToldAt: wrongDates,
  interests: wrongLists,
  'interests[0]': [...wrongTexts(200), nothing],
  favouriteProducts: wrongLists,
  'favouriteProducts[0]': [...wrongTexts(200), nothing],
  attributes: [
    ['text', 'a'],
    ['a list', ['a']],
    ['a number', 1],
  ],
  'attributes.roast': [
    ['a list', ['dark']],
    ['an object', {}],
    ['another choice', 'gosong'],
    ['a number', 1],
    ['empty text', ''],
  ],
}

export const newCustomerFields: InputSpec['fields'] = {
  name: [...wrongTexts(200), nothing, absent],
  ...customerDetails,
  acquisition: [...wrongChoices, nothing],
  firstContactAt: wrongDates,
  groups: [...wrongLists, nothing],
  'groups[0]': [...wrongTexts(200), nothing],
}

export function newCustomer(): object {
  const { name, phone, email, address, notes } = secrets
  const attributes = { roast: 'dark' }
  const lists = { interests: ['seni'], favouriteProducts: ['KOPI-250'], groups: ['Reseller'] }
  return { name, phone: [phone, '0857-1111-2222'], email, address, notes, attributes, ...lists }
}

/** A customer by id where one may also be given on the spot, as an object. */
export const knownCustomer: readonly Wrong[] = [
  ...wrongTexts(200).filter(([what]) => !['an object', 'a date', 'a list'].includes(what)),
  absent,
]

/** The fields of a customer who is given on the spot. */
export const customerOnTheSpot: InputSpec['fields'] = Object.fromEntries(
  Object.entries(newCustomerFields).map(([field, wrongs]) => [`customer.${field}`, wrongs]),
)

import type {
  CustomerChangesInput,
  CustomerOnTheSpotInput,
  NewCustomerInput,
} from '@langganan/core'
import { z } from 'zod'
import { instant } from '../http/input.ts'

const text = z.string('expected text')
const oneOrMore = z.union([text, z.array(text)], 'expected a text or a list of them')

/** What may be said of a customer; null takes it away. */
const details = {
  phone: oneOrMore.nullish(),
  email: oneOrMore.nullish(),
  external: oneOrMore.nullish(),
  businessName: text.nullish(),
  address: text.nullish(),
  city: text.nullish(),
  region: text.nullish(),
  country: text.nullish(),
  birthDate: text.nullish(),
  gender: z.enum(['female', 'male', 'other'], 'expected female, male or other').nullish(),
  education: text.nullish(),
  occupation: text.nullish(),
  notes: text.nullish(),
  preferredChannel: text.nullish(),
  category: text.nullish(),
  source: text.nullish(),
  campaign: text.nullish(),
  interests: z.array(text).nullish(),
  favouriteProducts: z.array(text).nullish(),
  attributes: z.record(text, z.union([text, z.number(), z.boolean(), z.null()])).nullish(),
}

const beginnings = { firstContactAt: instant.nullish(), groups: z.array(text).optional() }

export const newCustomer: z.ZodType<NewCustomerInput> = z.strictObject({
  name: text,
  ...details,
  ...beginnings,
})

export const customerOnTheSpot: z.ZodType<CustomerOnTheSpotInput> = z.strictObject({
  name: text.optional(),
  ...details,
  ...beginnings,
})

export const customerChanges: z.ZodType<CustomerChangesInput> = z.strictObject({
  name: text.optional(),
  ...details,
})

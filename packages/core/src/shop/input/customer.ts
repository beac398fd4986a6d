import { z } from 'zod'
import type { AcquisitionKind, Gender, IdentityKind } from '../../domain/customers/rows.ts'
import type { CustomerSort, SortDirection } from '../../domain/views/rows.ts'
import {
  instant,
  limit,
  list,
  localDate,
  type OneOrMore,
  oneOrMore,
  reference,
  text,
} from './values.ts'

/** What a shop may say of a customer beside the name. Absent is left as it is, null is taken away. */
export interface CustomerDetails {
  /** One or several, in any form that people type, or as a link: `wa.me/62812…`, `tel:+62812…`. */
  readonly phone?: OneOrMore | null | undefined
  readonly email?: OneOrMore | null | undefined
  /** WhatsApp ids made of a phone number's digits, also as a chat's address (`…@s.whatsapp.net`) or link. A phone of the same number is the same person. */
  readonly whatsapp?: OneOrMore | null | undefined
  /** WhatsApp's business-scoped user ids. */
  readonly userId?: OneOrMore | null | undefined
  /** WhatsApp's linked ids, with or without `@lid`. */
  readonly lid?: OneOrMore | null | undefined
  /** The shop's own customer numbers. */
  readonly external?: OneOrMore | null | undefined
  readonly businessName?: string | null | undefined
  readonly address?: string | null | undefined
  readonly city?: string | null | undefined
  readonly region?: string | null | undefined
  readonly country?: string | null | undefined
  /** `YYYY-MM-DD`. */
  readonly birthDate?: string | null | undefined
  readonly gender?: Gender | null | undefined
  readonly education?: string | null | undefined
  readonly occupation?: string | null | undefined
  readonly notes?: string | null | undefined
  /** Channel the customer likes to be reached by, such as `whatsapp`. */
  readonly preferredChannel?: string | null | undefined
  /** Category by id or name. */
  readonly category?: string | null | undefined
  /** Where the customer came from: `instagram`, `google`, … */
  readonly source?: string | null | undefined
  readonly campaign?: string | null | undefined
  readonly adClickId?: string | null | undefined
  /** When a platform told source, campaign and click. Absent where the shop gives them. */
  readonly sourceToldAt?: Date | null | undefined
  /**
   * When a platform told the name; `never` for what only stands for a name, such as a number. Absent where
   * the shop gives it.
   */
  readonly nameToldAt?: Date | 'never' | null | undefined
  readonly interests?: readonly string[] | null | undefined
  readonly favouriteProducts?: readonly string[] | null | undefined
  /** Custom attributes that the shop declared, by name; null takes one away. */
  readonly attributes?:
    | Readonly<Record<string, string | number | boolean | null>>
    | null
    | undefined
}

export interface NewCustomerInput extends CustomerDetails {
  readonly name: string
  /** How the customer came: `manual` where nothing is said; with a sale `checkout`, with an interaction `form` or `inbound`. */
  readonly acquisition?: AcquisitionKind | undefined
  /** First contact, where it lies before the moment of adding. */
  readonly firstContactAt?: Date | null | undefined
  /** Groups to join at once, by id or name. */
  readonly groups?: readonly string[] | undefined
}

/** A customer given on the spot: found by an identity, else added, for which the name is needed. */
export interface CustomerOnTheSpotInput extends Omit<NewCustomerInput, 'name'> {
  readonly name?: string | undefined
}

export interface CustomerChangesInput extends CustomerDetails {
  readonly name?: string | undefined
}

export interface BlacklistInput {
  readonly reason: string
  /** The first moment at which it no longer holds; without one it is for good. */
  readonly until?: Date | null | undefined
}

/** Mail that came back. */
export interface BounceInput {
  readonly email: string
  /** Now, where nothing is said. */
  readonly at?: Date | undefined
  /** What the mail server said, for staff to read. */
  readonly reason?: string | null | undefined
}

/** Where a list begins, how it is sorted and how long it is. */
export interface PageInput {
  /** `name` A–Z; `totalSpent`, `lastActivity`, `added`, `balance` from the greatest. By id where nothing is said. */
  readonly sort?: CustomerSort | undefined
  readonly direction?: SortDirection | undefined
  /** 1 to 1,000; 50 where nothing is said. */
  readonly limit?: number | undefined
  /** The `next` of the page before. */
  readonly after?: string | undefined
}

export interface SearchOptions {
  /** 1 to 1,000; 20 where nothing is said. */
  readonly limit?: number | undefined
}

export interface ListCustomersInput extends PageInput {
  /** A predicate in JSON form or in text form. */
  readonly where?: unknown
  /**
   * Id or name of a saved view: its customers, of which `where` leaves some, by its sort where no
   * other is given.
   */
  readonly view?: string | undefined
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const attributeValues = z.record(
  text(100),
  z.union(
    [text(2_000), z.number(), z.boolean(), z.null()],
    'Expected text, a finite number, true, false or null',
  ),
)

/** A chat link may carry the words of a message. */
const longestLink = 500

const toldAt = z.union([instant, z.literal('never')], 'Expected a date, or never')

const details = {
  phone: oneOrMore(text(longestLink)).nullish(),
  email: oneOrMore(text(254)).nullish(),
  whatsapp: oneOrMore(text(longestLink)).nullish(),
  userId: oneOrMore(text(200)).nullish(),
  lid: oneOrMore(text(64)).nullish(),
  external: oneOrMore(text(200)).nullish(),
  businessName: text(200).nullish(),
  address: text(1_000).nullish(),
  city: text(200).nullish(),
  region: text(200).nullish(),
  country: text(200).nullish(),
  birthDate: localDate.nullish(),
  gender: z.enum(['female', 'male', 'other'], 'Expected female, male or other').nullish(),
  education: text(200).nullish(),
  occupation: text(200).nullish(),
  notes: text(10_000).nullish(),
  preferredChannel: text(50).nullish(),
  category: reference.nullish(),
  source: text(200).nullish(),
  campaign: text(200).nullish(),
  adClickId: text(500).nullish(),
  sourceToldAt: instant.nullish(),
  nameToldAt: toldAt.nullish(),
  interests: list(text(200)).nullish(),
  favouriteProducts: list(text(200)).nullish(),
  attributes: z
    .custom<Record<PropertyKey, unknown>>(isObject, 'Expected an object with attributes')
    // A record drops this key without a word.
    .refine((given) => !Object.hasOwn(given, '__proto__'), {
      message: 'Expected the name of a declared attribute',
      path: ['__proto__'],
      abort: true,
    })
    .pipe(attributeValues)
    .nullish(),
}

const acquisitions = z.enum(
  ['inbound', 'import', 'manual', 'form', 'checkout'],
  'Expected inbound, import, manual, form or checkout',
)

const newCustomer = {
  ...details,
  acquisition: acquisitions.optional(),
  firstContactAt: instant.nullish(),
  groups: list(reference).optional(),
}

export const newCustomerInput: z.ZodType<NewCustomerInput> = z.strictObject({
  name: text(200),
  ...newCustomer,
})

export const customerOnTheSpotInput: z.ZodType<CustomerOnTheSpotInput> = z.strictObject({
  name: text(200).optional(),
  ...newCustomer,
})

/** Whether an input, of whatever shape, gives its customer on the spot; else it means an id. */
export function isOnTheSpot(input: unknown): boolean {
  return (
    typeof input === 'object' &&
    input !== null &&
    'customer' in input &&
    typeof input.customer === 'object'
  )
}

export const customerChangesInput: z.ZodType<CustomerChangesInput> = z.strictObject({
  name: text(200).optional(),
  ...details,
})

export const blacklistInput: z.ZodType<BlacklistInput> = z.strictObject({
  reason: text(1_000),
  until: instant.nullish(),
})

export const bounceInput: z.ZodType<BounceInput> = z.strictObject({
  email: text(254),
  at: instant.optional(),
  reason: text(1_000).nullish(),
})

/** When the identities were said to be somebody's. */
export interface FindOptions {
  /** Whoever had a number then that was reassigned since is found in place of its present holder. */
  readonly at?: Date | undefined
}

export const findOptions: z.ZodType<FindOptions> = z.strictObject({
  at: instant.optional(),
})

/** What a platform told of a customer. */
export interface LearnInput {
  readonly name?: string | undefined
  /** When it told the name; `never` for what only stands for one. Now, where nothing is said. */
  readonly nameToldAt?: Date | 'never' | undefined
  readonly source?: string | null | undefined
  readonly campaign?: string | null | undefined
  readonly adClickId?: string | null | undefined
  /** When it told these. Now, where nothing is said. */
  readonly sourceToldAt?: Date | undefined
}

export const learnInput: z.ZodType<LearnInput> = z.strictObject({
  name: text(200).optional(),
  nameToldAt: toldAt.optional(),
  source: details.source,
  campaign: details.campaign,
  adClickId: details.adClickId,
  sourceToldAt: instant.optional(),
})

/** By what somebody is known on WhatsApp. */
export interface WhatsAppIdentities {
  readonly phone?: OneOrMore | undefined
  readonly whatsapp?: OneOrMore | undefined
  readonly userId?: OneOrMore | undefined
}

/** Somebody is known by other identities from an instant on. */
export interface IdentityChangeInput {
  /** Before: what is a number and is not among those of afterwards ends. */
  readonly from: WhatsAppIdentities
  /** Afterwards. The name is for somebody of whom the shop knew nothing. */
  readonly to: WhatsAppIdentities & Pick<LearnInput, 'name' | 'nameToldAt'>
  /** Now, where nothing is said. */
  readonly at?: Date | undefined
  /** The source's own id of the change; the same twice is applied once. */
  readonly reference?: string | undefined
  /** How somebody came of whom the shop knew nothing: `manual` where nothing is said. */
  readonly acquisition?: AcquisitionKind | undefined
}

const whatsAppIdentities = {
  phone: oneOrMore(text(longestLink)).optional(),
  whatsapp: oneOrMore(text(longestLink)).optional(),
  userId: oneOrMore(text(200)).optional(),
}

export const identityChangeInput: z.ZodType<IdentityChangeInput> = z.strictObject({
  from: z.strictObject(whatsAppIdentities),
  to: z.strictObject({
    ...whatsAppIdentities,
    name: text(200).optional(),
    nameToldAt: toldAt.optional(),
  }),
  at: instant.optional(),
  reference: text(500).optional(),
  acquisition: acquisitions.optional(),
})

export const customerSort: z.ZodType<CustomerSort> = z.enum(
  ['name', 'totalSpent', 'lastActivity', 'added', 'balance'],
  'Expected name, totalSpent, lastActivity, added or balance',
)

export const sortDirection: z.ZodType<SortDirection> = z.enum(
  ['ascending', 'descending'],
  'Expected ascending or descending',
)

const page = {
  sort: customerSort.optional(),
  direction: sortDirection.optional(),
  limit,
  after: text(10_000).optional(),
}

export const searchOptions: z.ZodType<SearchOptions> = z.strictObject({ limit })

export const identityKind: z.ZodType<IdentityKind> = z.enum(
  ['phone', 'email', 'whatsapp', 'userId', 'lid', 'external'],
  'Expected phone, email, whatsapp, userId, lid or external',
)

export const pageInput: z.ZodType<PageInput> = z.strictObject(page)

export const listCustomersInput: z.ZodType<ListCustomersInput> = z.strictObject({
  where: z.unknown().optional(),
  view: reference.optional(),
  ...page,
})

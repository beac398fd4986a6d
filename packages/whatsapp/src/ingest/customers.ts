import type { Customer, IdentityKind } from '@langganan/core'
import type { Person } from '../events/person.ts'
import { byNumberInConflict } from './by-number-in-conflict.ts'
import { type Identities, identitiesOf } from './identities.ts'
import type { Ingestion } from './ingestion.ts'
import type { Acquired } from './interactions.ts'
import { betterName, nameOf } from './names.ts'

/**
 * The customer of somebody: by the number first, then by the user id.
 *
 * @param at when it was said; a number that was reassigned since was somebody else's then
 */
export async function findCustomer(
  { shop }: Ingestion,
  person: Person,
  at: Date | null,
): Promise<Customer | undefined> {
  for (const [kind, value] of keysOf(identitiesOf(person))) {
    const found = await shop.customers.find(kind, value, { at: at ?? undefined })
    if (found !== null) return found
  }
  return undefined
}

/** The ids of all customers who are known by something of somebody: of one person there may be several. */
export async function everyCustomerOf(
  { shop }: Ingestion,
  person: Person,
  at: Date | null,
): Promise<ReadonlySet<string>> {
  const ids = new Set<string>()
  for (const [kind, value] of keysOf(identitiesOf(person))) {
    const found = await shop.customers.find(kind, value, { at: at ?? undefined })
    if (found !== null) ids.add(found.id)
  }
  return ids
}

/**
 * The customer of somebody, added where there is none, with the identities that are nobody's. Where the
 * number is one's and the user id another's it is the number's, and the conflict is reported.
 *
 * @param at when it was said; a number that was reassigned since was somebody else's then
 */
export async function findOrAdd(
  ingestion: Ingestion,
  person: Person,
  place: string,
  at: Date | null,
): Promise<Customer> {
  const given = { ...nameOf(person, at ?? new Date()), acquisition: 'inbound' } as const
  return byNumberInConflict(ingestion, person, place, (identities) =>
    ingestion.shop.customers.findOrAdd({ ...given, ...identities }, { at: at ?? undefined }),
  )
}

/**
 * Gives a customer the name that was told first, and the advertisement that somebody came by first, in
 * whatever order the events come. What somebody entered stays.
 */
export async function complete(
  { shop }: Ingestion,
  id: string,
  person: Person,
  at: Date,
  acquired: Acquired = {},
): Promise<void> {
  const customer = await shop.customers.get(id)
  const told = {
    ...betterName(customer, person, at),
    ...(mayBeEarlier(customer, at, acquired) ? acquired : {}),
  }
  if (Object.keys(told).length > 0) await shop.customers.learn(id, told)
}

/** Whether the advertisement may have been pressed before the one that is known; not where it is that one. */
function mayBeEarlier(
  { sourceToldAt, ...customer }: Customer,
  at: Date,
  acquired: Acquired,
): boolean {
  if (sourceToldAt === null)
    return (customer.source ?? customer.campaign ?? customer.adClickId) === null
  const { source = null, campaign = null, adClickId = null } = acquired
  const isKnown =
    source === customer.source && campaign === customer.campaign && adClickId === customer.adClickId
  return at < sourceToldAt || (!isKnown && at.getTime() === sourceToldAt.getTime())
}

function keysOf(identities: Identities): readonly (readonly [IdentityKind, string])[] {
  const { phone, whatsapp = [], userId } = identities
  return [
    ...(phone === undefined ? [] : [['phone', phone] as const]),
    ...whatsapp.map((id) => ['whatsapp', id] as const),
    ...(userId === undefined ? [] : [['userId', userId] as const]),
  ]
}

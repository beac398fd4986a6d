import type { Customer, IdentityKind, Shop } from '@langganan/core'
import type { Person } from '../events/person.ts'
import { byNumberInConflict } from './by-number-in-conflict.ts'
import { type Identities, identitiesOf } from './identities.ts'
import type { Ingestion } from './ingestion.ts'
import type { Acquired } from './interactions.ts'
import { betterName, hasPlaceholder, nameOf } from './names.ts'

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
  const given = { name: nameOf(person), acquisition: 'inbound' } as const
  return byNumberInConflict(ingestion, person, place, (identities) =>
    ingestion.shop.customers.findOrAdd({ ...given, ...identities }, { at: at ?? undefined }),
  )
}

/**
 * Gives a customer the name that came later than the customer, and the advertisement that came later. What
 * somebody entered stays.
 */
export async function complete(
  { shop }: Ingestion,
  id: string,
  person: Person,
  acquired: Acquired = {},
): Promise<void> {
  const customer = await shop.customers.get(id)
  const isNamed = !hasPlaceholder(customer, person) && !(await hasPastNumber(shop, customer))
  const name = isNamed ? customer.name : betterName(customer, person)
  const changes = {
    ...(name === customer.name ? {} : { name }),
    ...(isOfUnknownSource(customer) ? acquired : {}),
  }
  if (Object.keys(changes).length > 0) await shop.customers.edit(id, changes)
}

/** Whether a customer is still called by a number of before. */
async function hasPastNumber(shop: Shop, { id, name }: Customer): Promise<boolean> {
  if (!/^\+\d+$/.test(name)) return false
  const identities = await shop.customers.identities(id)
  return identities.some(({ value }) => value === name || `+${value}` === name)
}

function isOfUnknownSource({ acquisition, source, campaign, adClickId }: Customer): boolean {
  return acquisition === 'inbound' && (source ?? campaign ?? adClickId) === null
}

function keysOf(identities: Identities): readonly (readonly [IdentityKind, string])[] {
  const { phone, whatsapp = [], userId } = identities
  return [
    ...(phone === undefined ? [] : [['phone', phone] as const]),
    ...whatsapp.map((id) => ['whatsapp', id] as const),
    ...(userId === undefined ? [] : [['userId', userId] as const]),
  ]
}

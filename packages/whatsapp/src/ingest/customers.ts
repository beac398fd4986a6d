import { type Customer, type IdentityKind, isLanggananError } from '@langganan/core'
import type { Person } from '../events/person.ts'
import { type Identities, identitiesOf } from './identities.ts'
import type { Ingestion } from './ingestion.ts'
import type { Acquired } from './interactions.ts'
import { hasPlaceholder, nameOf, profileNameOf } from './names.ts'

/** The customer of somebody: by the number first, then by the user id. */
export async function findCustomer(
  { shop }: Ingestion,
  person: Person,
): Promise<Customer | undefined> {
  for (const [kind, value] of keysOf(identitiesOf(person))) {
    const found = await shop.customers.find(kind, value)
    if (found !== null) return found
  }
  return undefined
}

/** The customer of somebody, added where there is none. */
export async function findOrAdd(ingestion: Ingestion, person: Person): Promise<Customer> {
  const found = await findCustomer(ingestion, person)
  if (found !== undefined) return found
  try {
    return await ingestion.shop.customers.add({
      name: nameOf(person),
      acquisition: 'inbound',
      ...identitiesOf(person),
    })
  } catch (error) {
    // Another worker added the same person meanwhile.
    if (!isLanggananError(error, 'CUSTOMER_ALREADY_EXISTS')) throw error
    const added = await findCustomer(ingestion, person)
    if (added === undefined) throw error
    return added
  }
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
  const name = profileNameOf(person)
  const isFromAd = Object.keys(acquired).length > 0
  if (name === undefined && !isFromAd) return
  const customer = await shop.customers.get(id)
  const changes = {
    ...(name !== undefined && hasPlaceholder(customer, person) ? { name } : {}),
    ...(isFromAd && isOfUnknownSource(customer) ? acquired : {}),
  }
  if (Object.keys(changes).length > 0) await shop.customers.edit(id, changes)
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

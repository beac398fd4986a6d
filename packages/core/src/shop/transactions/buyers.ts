import type { Draft } from '../../domain/change/draft.ts'
import { type Identity, identityKey } from '../../domain/customers/identity.ts'
import { ownerKey, ownerText } from '../../domain/customers/number.ts'
import { atPlace } from '../../domain/error/at-place.ts'
import { LanggananError } from '../../domain/error/langganan-error.ts'
import type { FactsRow } from '../../domain/value/rows.ts'
import { draftCustomer } from '../customers/add.ts'
import { identitiesGiven } from '../customers/parts.ts'
import type { NewCustomerInput } from '../input/customer.ts'
import type { TransactionInput } from '../input/transaction.ts'
import { notFound } from '../not-found.ts'
import type { UnitOfWork } from '../unit-of-work.ts'

/** A customer as a transaction names one: by id, or given on the spot with normalised identities. */
export type Buyer =
  | { readonly id: string }
  | { readonly given: NewCustomerInput; readonly identities: readonly Identity[] }

export function buyerOf(customer: TransactionInput['customer']): Buyer {
  if (typeof customer === 'string') return { id: customer }
  return { given: customer, identities: [...identitiesGiven(customer).values()].flat() }
}

/**
 * What tells a buyer apart: the id; the shop's own number, where one is given, whatever else was said
 * and has changed since; else the other identities; for want of those the name.
 */
export function buyerText(buyer: Buyer): string {
  if ('id' in buyer) return buyer.id
  const keys = tellingKeys(buyer)
  return JSON.stringify(keys.length > 0 ? keys : [buyer.given.name])
}

function tellingKeys({ identities }: Exclude<Buyer, { id: string }>): readonly string[] {
  const own = identities.filter(({ kind }) => kind === 'external')
  return [...new Set((own.length > 0 ? own : identities).map(ownerText))]
}

/** The customers of a batch of transactions, with facts that follow the batch as it is decided. */
export interface Buyers {
  /** Whether all that tells the buyer apart leads to this customer. */
  isKnownAs(buyer: Buyer, id: string): boolean
  /** The customer's id: found by id or identity, else added. */
  of(buyer: Buyer): Promise<string>
  facts(id: string): FactsRow
  update(facts: FactsRow): void
  /** Facts of everybody who was updated. */
  updated(): readonly FactsRow[]
  readonly added: number
}

/** Loads all customers that a batch names, in few reads. */
export async function loadBuyers(
  unit: UnitOfWork,
  into: Draft,
  buyers: readonly Buyer[],
): Promise<Buyers> {
  const owners = await identityOwners(unit, buyers)
  const named = buyers.flatMap((buyer) => ('id' in buyer ? [buyer.id] : []))
  const ids = [...new Set([...named, ...owners.values()])]
  await unit.tx.lock(ids)
  const keys = ids.map((id) => [id] as const)
  const facts = new Map((await unit.tx.get('facts', keys)).map((row) => [row.customerId, row]))
  const changed = new Set<string>()
  let added = 0

  async function add({ given, identities }: Exclude<Buyer, { id: string }>): Promise<string> {
    const customer = { ...given, acquisition: given.acquisition ?? 'checkout' }
    const made = await atPlace('customer', () => draftCustomer(unit, into, customer, identities))
    const { id } = made.row
    for (const identity of identities) owners.set(ownerText(identity), id)
    facts.set(id, made.facts)
    changed.add(id)
    added += 1
    return id
  }

  return {
    isKnownAs(buyer, id) {
      if ('id' in buyer) return buyer.id === id
      const keys = tellingKeys(buyer)
      return keys.length > 0 && keys.every((key) => owners.get(key) === id)
    },
    async of(buyer) {
      if ('id' in buyer) return present(facts.get(buyer.id)).customerId
      const known = new Set(
        buyer.identities.flatMap((identity) => owners.get(ownerText(identity)) ?? []),
      )
      const [id] = known
      if (known.size > 1) throw severalCustomers(known)
      return id ?? add(buyer)
    },
    facts: (id) => present(facts.get(id)),
    update(row) {
      facts.set(row.customerId, row)
      changed.add(row.customerId)
    },
    updated: () => [...changed].map((id) => present(facts.get(id))),
    get added() {
      return added
    },
  }
}

/** Whose the identities are, by their keys. */
async function identityOwners(
  { tx }: UnitOfWork,
  buyers: readonly Buyer[],
): Promise<Map<string, string>> {
  const identities = buyers.flatMap((buyer) => ('id' in buyer ? [] : buyer.identities))
  const unique = new Map(identities.map((identity) => [ownerText(identity), ownerKey(identity)]))
  const rows = await tx.get('identities', [...unique.values()])
  return new Map(rows.map((row) => [identityKey(row), row.customerId]))
}

function severalCustomers(ids: ReadonlySet<string>): LanggananError {
  return new LanggananError(
    'CUSTOMER_ALREADY_EXISTS',
    'These identities belong to different customers. Name one of them by id (see details.customers).',
    { field: 'customer', details: { customers: [...ids] } },
  )
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw notFound('CUSTOMER_NOT_FOUND', 'customer', 'customer')
  return value
}

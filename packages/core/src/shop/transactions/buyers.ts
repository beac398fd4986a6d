import type { Draft } from '../../domain/change/draft.ts'
import { attachIdentities, type HeldIdentity } from '../../domain/customers/attach-identities.ts'
import { type Identity, identityKey } from '../../domain/customers/identity.ts'
import { numbersOf, ownerKey, ownerText } from '../../domain/customers/number.ts'
import { atPlace } from '../../domain/error/at-place.ts'
import { LanggananError } from '../../domain/error/langganan-error.ts'
import type { FactsRow } from '../../domain/value/rows.ts'
import { draftCustomer } from '../customers/add.ts'
import { identitiesGiven } from '../customers/parts.ts'
import type { BuyerInput } from '../input/customer.ts'
import type { TransactionInput } from '../input/transaction.ts'
import { notFound } from '../not-found.ts'
import type { UnitOfWork } from '../unit-of-work.ts'

/** A customer as a transaction names one: by id, or given on the spot with normalised identities. */
export type Buyer =
  | { readonly id: string }
  | { readonly given: BuyerInput; readonly identities: readonly Identity[] }

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

type GivenBuyer = Exclude<Buyer, { id: string }>

function tellingKeys({ identities }: GivenBuyer): readonly string[] {
  const own = identities.filter(({ kind }) => kind === 'external')
  return [...new Set((own.length > 0 ? own : identities).map(ownerText))]
}

/** The customers of a batch of transactions, with facts that follow the batch as it is decided. */
export interface Buyers {
  /** Whether this customer is the one whom the buyer's number, else the other identities, lead to. */
  isKnownAs(buyer: Buyer, id: string): Promise<boolean>
  /**
   * The customer's id: found by id or identity, else added. A customer who is found takes the identities
   * given that are nobody's.
   */
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
  await unit.lock(ids)
  const keys = ids.map((id) => [id] as const)
  const facts = new Map((await unit.tx.get('facts', keys)).map((row) => [row.customerId, row]))
  const changed = new Set<string>()
  let added = 0

  const held = new Map<string, readonly HeldIdentity[]>()

  /** What the customer has, this batch included. Few orders say something new of known customers. */
  async function heldBy(id: string): Promise<readonly HeldIdentity[]> {
    return held.get(id) ?? (await unit.tx.find('identities', 'byCustomer', [[id]]))
  }

  function ownersOf(keys: readonly string[]): ReadonlySet<string> {
    return new Set(keys.flatMap((key) => owners.get(key) ?? []))
  }

  function own(identities: readonly Identity[], id: string): void {
    for (const identity of identities) owners.set(ownerText(identity), id)
  }

  async function add({ given, identities }: GivenBuyer): Promise<string> {
    if (given.name === undefined) throw nameNeeded()
    const { name, acquisition = 'checkout' } = given
    const customer = { ...given, name, acquisition }
    const made = await atPlace('customer', () => draftCustomer(unit, into, customer, identities))
    const { id } = made.row
    own(identities, id)
    held.set(id, [...identities, ...numbersOf(identities)])
    facts.set(id, made.facts)
    changed.add(id)
    added += 1
    return id
  }

  /** Gives the customer the identities of the buyer that are nobody's. */
  async function attach(id: string, { identities }: GivenBuyer): Promise<void> {
    const free = identities.filter((identity) => !owners.has(ownerText(identity)))
    if (free.length === 0) return
    const before = await heldBy(id)
    const found = identities.find((identity) => owners.has(ownerText(identity)))
    if (found !== undefined && hasOtherNumber(before, identities)) throw otherNumber(found, id)
    held.set(id, attachIdentities(into, id, before, free, unit.stamp))
    own(free, id)
  }

  return {
    async isKnownAs(buyer, id) {
      if ('id' in buyer) return buyer.id === id
      const byNumber = ownersOf(tellingKeys(buyer))
      const known = byNumber.size > 0 ? byNumber : ownersOf(buyer.identities.map(ownerText))
      if (known.size !== 1 || !known.has(id)) return false
      return !hasOtherNumber(await heldBy(id), buyer.identities)
    },
    async of(buyer) {
      if ('id' in buyer) return present(facts.get(buyer.id)).customerId
      const known = ownersOf(buyer.identities.map(ownerText))
      const [id] = known
      if (known.size > 1) throw severalCustomers(known)
      if (id === undefined) return add(buyer)
      await attach(id, buyer)
      return id
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

function nameNeeded(): LanggananError {
  return new LanggananError(
    'INVALID_INPUT',
    'A new customer needs a name, and nobody is known by what was given. Give the name, or correct the identity.',
    { field: 'customer.name' },
  )
}

/** Whether the shop knows this customer under numbers of its own, none of which is given. */
function hasOtherNumber(held: readonly HeldIdentity[], given: readonly Identity[]): boolean {
  const before = held.filter(({ kind }) => kind === 'external').map(({ value }) => value)
  const now = given.filter(({ kind }) => kind === 'external').map(({ value }) => value)
  return before.length > 0 && now.length > 0 && !now.some((value) => before.includes(value))
}

function otherNumber({ kind }: Identity, customer: string): LanggananError {
  return new LanggananError(
    'CUSTOMER_ALREADY_EXISTS',
    `This ${kind} belongs to a customer whom the shop has under another number (external). Correct the ${kind} or the number, or name the customer by id (see details.customer).`,
    { field: `customer.${kind}`, details: { customer } },
  )
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

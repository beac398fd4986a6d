import type { Draft } from '../../domain/change/draft.ts'
import { attachIdentities, type HeldIdentity } from '../../domain/customers/attach-identities.ts'
import { type Identity, identityKey } from '../../domain/customers/identity.ts'
import { nameCustomer, neverTold } from '../../domain/customers/learn-profile.ts'
import { numbersOf, ownerKey, ownerText } from '../../domain/customers/number.ts'
import type { AcquisitionKind, CustomerRow } from '../../domain/customers/rows.ts'
import { atPlace, fieldAt } from '../../domain/error/at-place.ts'
import { LanggananError } from '../../domain/error/langganan-error.ts'
import type { FactsRow } from '../../domain/value/rows.ts'
import { notFound } from '../not-found.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { draftCustomer } from './add.ts'
import {
  type CustomerOnTheSpot,
  type CustomerReference,
  tellingKeys,
} from './customer-reference.ts'

/** The customers whom a batch of inputs refers to, with facts that follow the batch as it is decided. */
export interface ReferredCustomers {
  /** Whether this customer is the one whom the reference's number, else the other identities, lead to. */
  isKnownAs(reference: CustomerReference, id: string): Promise<boolean>
  /**
   * The customer's id: found by id or identity, else added. A customer who is found takes the identities
   * given that are nobody's.
   *
   * @param acquisition how somebody came who is added, where the input does not say
   */
  of(reference: CustomerReference, acquisition: AcquisitionKind): Promise<string>
  facts(id: string): FactsRow
  update(facts: FactsRow): void
  /** Facts of everybody who was updated. */
  updated(): readonly FactsRow[]
  readonly added: number
}

/**
 * Loads all customers that a batch refers to, in few reads.
 *
 * @param place where the input holds a reference, for the field of errors; empty where it is the input
 */
export async function loadReferredCustomers(
  unit: UnitOfWork,
  into: Draft,
  references: readonly CustomerReference[],
  place = 'customer',
): Promise<ReferredCustomers> {
  const { owners, ids } = await holdReferred(unit, references)
  const keys = [...ids].map((id) => [id] as const)
  const facts = new Map((await unit.tx.get('facts', keys)).map((row) => [row.customerId, row]))
  const unnamed = await loadUnnamed(unit, references, owners)
  const changed = new Set<string>()
  let added = 0

  const held = new Map<string, readonly HeldIdentity[]>()

  /** What the customer has, this batch included. Few inputs say something new of known customers. */
  async function heldBy(id: string): Promise<readonly HeldIdentity[]> {
    return held.get(id) ?? (await unit.tx.find('identities', 'byCustomer', [[id]]))
  }

  function ownersOf(keys: readonly string[]): ReadonlySet<string> {
    return new Set(keys.flatMap((key) => owners.get(key) ?? []))
  }

  function own(identities: readonly Identity[], id: string): void {
    for (const identity of identities) owners.set(ownerText(identity), id)
  }

  async function add(
    { given, identities }: CustomerOnTheSpot,
    usual: AcquisitionKind,
  ): Promise<string> {
    if (given.name === undefined) throw nameNeeded(place)
    const { name, acquisition = usual } = given
    const customer = { ...given, name, acquisition }
    const made = await atPlace(place, () => draftCustomer(unit, into, customer, identities))
    const { id } = made.row
    own(identities, id)
    held.set(id, [...identities, ...numbersOf(identities)])
    facts.set(id, made.facts)
    changed.add(id)
    added += 1
    return id
  }

  /** Gives the customer the identities of the reference that are nobody's. */
  async function attach(id: string, { identities }: CustomerOnTheSpot): Promise<void> {
    const free = identities.filter((identity) => !owners.has(ownerText(identity)))
    if (free.length === 0) return
    const before = await heldBy(id)
    const found = identities.find((identity) => owners.has(ownerText(identity)))
    if (found !== undefined && hasOtherNumber(before, identities))
      throw otherNumber(found, id, place)
    held.set(id, attachIdentities(into, id, before, free, unit.stamp))
    own(free, id)
  }

  /** Calls a customer by what the shop says, who was called by what stands for a name. */
  function name(id: string, { given }: CustomerOnTheSpot): void {
    const row = unnamed.get(id)
    if (row === undefined || given.name === undefined || !isShopsName(given)) return
    nameCustomer(into, { row, facts: present(facts.get(id)) }, given.name)
    unnamed.delete(id)
  }

  return {
    async isKnownAs(reference, id) {
      if ('id' in reference) return reference.id === id
      const byNumber = ownersOf(tellingKeys(reference))
      const known = byNumber.size > 0 ? byNumber : ownersOf(reference.identities.map(ownerText))
      if (known.size !== 1 || !known.has(id)) return false
      return !hasOtherNumber(await heldBy(id), reference.identities)
    },
    async of(reference, acquisition) {
      if ('id' in reference) return present(facts.get(reference.id)).customerId
      const known = ownersOf(reference.identities.map(ownerText))
      const [id] = known
      if (known.size > 1) throw severalCustomers(known, place)
      if (id === undefined) return add(reference, acquisition)
      await attach(id, reference)
      name(id, reference)
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

/** Whom references lead to, all of them held, and whose their identities are, by the keys of these. */
interface Held {
  readonly ids: ReadonlySet<string>
  readonly owners: Map<string, string>
}

/**
 * Holds everybody whom the references lead to. Whose the identities are is read again under the locks:
 * what a customer has who is held stays so, and what is nobody's may be taken, which the write finds.
 */
export async function holdReferred(
  unit: UnitOfWork,
  references: readonly CustomerReference[],
): Promise<Held> {
  const ids = new Set(references.flatMap((reference) => ('id' in reference ? [reference.id] : [])))
  let owners = await identityOwners(unit, references)
  for (;;) {
    for (const id of owners.values()) ids.add(id)
    await unit.lock([...ids])
    if (owners.size === 0) return { ids, owners }
    owners = await identityOwners(unit, references)
    if ([...owners.values()].every((id) => ids.has(id))) return { ids, owners }
  }
}

/** Those of the customers for whom the shop gives a name here who are called by what only stands for one. */
async function loadUnnamed(
  { tx }: UnitOfWork,
  references: readonly CustomerReference[],
  owners: ReadonlyMap<string, string>,
): Promise<Map<string, CustomerRow>> {
  const ids = references.flatMap((reference) =>
    'id' in reference || !isShopsName(reference.given)
      ? []
      : reference.identities.flatMap((identity) => owners.get(ownerText(identity)) ?? []),
  )
  if (ids.length === 0) return new Map()
  const rows = await tx.get(
    'customers',
    [...new Set(ids)].map((id) => [id] as const),
  )
  const unnamed = rows.filter(({ nameToldAt }) => nameToldAt === neverTold)
  return new Map(unnamed.map((row) => [row.id, row]))
}

function isShopsName({ name, nameToldAt = null }: CustomerOnTheSpot['given']): boolean {
  return name !== undefined && nameToldAt === null
}

/** Whose the identities are, by their keys. */
async function identityOwners(
  { tx }: UnitOfWork,
  references: readonly CustomerReference[],
): Promise<Map<string, string>> {
  const identities = references.flatMap((reference) =>
    'id' in reference ? [] : reference.identities,
  )
  const unique = new Map(identities.map((identity) => [ownerText(identity), ownerKey(identity)]))
  const rows = await tx.get('identities', [...unique.values()])
  return new Map(rows.map((row) => [identityKey(row), row.customerId]))
}

export function nameNeeded(place: string): LanggananError {
  return new LanggananError(
    'INVALID_INPUT',
    'A new customer needs a name, and nobody is known by what was given. Give the name, or correct the identity.',
    { field: fieldAt(place, 'name') },
  )
}

/** Whether the shop knows this customer under numbers of its own, none of which is given. */
function hasOtherNumber(held: readonly HeldIdentity[], given: readonly Identity[]): boolean {
  const before = held.filter(({ kind }) => kind === 'external').map(({ value }) => value)
  const now = given.filter(({ kind }) => kind === 'external').map(({ value }) => value)
  return before.length > 0 && now.length > 0 && !now.some((value) => before.includes(value))
}

function otherNumber({ kind }: Identity, customer: string, place: string): LanggananError {
  return new LanggananError(
    'CUSTOMER_ALREADY_EXISTS',
    `This ${kind} belongs to a customer whom the shop has under another number (external). Correct the ${kind} or the number, or name the customer by id (see details.customer).`,
    { field: fieldAt(place, kind), details: { customer } },
  )
}

export function severalCustomers(ids: ReadonlySet<string>, place: string): LanggananError {
  return new LanggananError(
    'CUSTOMER_ALREADY_EXISTS',
    'These identities belong to different customers. Name one of them by id (see details.customers).',
    { field: fieldAt(place, undefined), details: { customers: [...ids] } },
  )
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw notFound('CUSTOMER_NOT_FOUND', 'customer', 'customer')
  return value
}

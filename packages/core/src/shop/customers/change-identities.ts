import { fingerprint } from '../../domain/change/fingerprint.ts'
import { changeIdentities, type IdentityChange } from '../../domain/customers/change-identities.ts'
import type { Identity } from '../../domain/customers/identity.ts'
import { ownerText, phoneNumberOf } from '../../domain/customers/number.ts'
import { atPlace, fieldAt } from '../../domain/error/at-place.ts'
import { LanggananError } from '../../domain/error/langganan-error.ts'
import type { IdentityChangeInput, WhatsAppIdentities } from '../input/customer.ts'
import { notInFuture } from '../not-in-future.ts'
import { answeredBefore, remember } from '../once.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { draftCustomer } from './add.ts'
import { knownCustomer } from './load-customers.ts'
import { identitiesGiven } from './parts.ts'
import { referencesAt } from './reference-at.ts'
import { holdReferred, nameNeeded, severalCustomers } from './referred-customers.ts'

/**
 * Somebody is known by other identities from an instant on: whoever is known by either, else somebody new.
 *
 * @returns the customer's id
 * @throws LanggananError `CUSTOMER_ALREADY_EXISTS` where they are several customers'
 */
export async function changeKnown(unit: UnitOfWork, given: IdentityChangeInput): Promise<string> {
  const at = given.at?.getTime() ?? unit.stamp.now
  notInFuture(at, unit, 'at')
  const before = await identitiesAt('from', given.from)
  const { name, nameToldAt, ...to } = given.to
  const after = await identitiesAt('to', to)
  const once = {
    scope: 'identityChange',
    key: given.reference ?? null,
    fingerprint: fingerprint([keysOf(before), keysOf(after), given.at?.getTime() ?? null]),
  } as const
  const appliedBefore = await answeredBefore(unit, once)
  if (appliedBefore !== undefined) return appliedBefore

  const into = unit.draft()
  const owners = await ownersAt(unit, { before, after, at })
  const [owner] = owners
  if (owners.size > 1) throw severalCustomers(owners, 'to')
  const id = owner ?? (await addKnown(unit, given, after))
  const known = {
    ...(await knownCustomer(unit, id)),
    past: await unit.tx.find('pastIdentities', 'byCustomer', [[id]]),
  }
  changeIdentities(into, known, { before, after, at }, unit.stamp)
  remember(into, once, id, unit)
  await unit.write(into)
  return id
}

function keysOf(identities: readonly Identity[]): string {
  return JSON.stringify(identities.map(ownerText))
}

async function identitiesAt(
  place: 'from' | 'to',
  given: WhatsAppIdentities,
): Promise<readonly Identity[]> {
  const identities = await atPlace(place, async () => [...identitiesGiven(given).values()].flat())
  if (identities.length > 0) return identities
  throw new LanggananError(
    'INVALID_INPUT',
    'Nobody is known by nothing. Give a phone, a WhatsApp id or a user id.',
    { field: fieldAt(place, undefined) },
  )
}

/** Adds somebody of whom nothing was known. */
async function addKnown(
  unit: UnitOfWork,
  { to: { name, nameToldAt }, acquisition }: IdentityChangeInput,
  identities: readonly Identity[],
): Promise<string> {
  if (name === undefined) throw nameNeeded('to')
  const into = unit.draft()
  const { row, facts } = await draftCustomer(
    unit,
    into,
    { name, nameToldAt, acquisition },
    identities,
  )
  into.put('facts', facts)
  await unit.write(into)
  return row.id
}

/** Whose the identities of before were just before the change, and whose those of afterwards are from then on: all of them held. */
async function ownersAt(
  unit: UnitOfWork,
  { before, after, at }: IdentityChange,
): Promise<ReadonlySet<string>> {
  const meant = [
    ...before.map((identity) => ({ identity, at: at - 1, isOver: true })),
    ...after.map((identity) => ({ identity, at, isOver: false })),
  ]
  const references = await referencesAt(
    unit,
    meant.map((each) => ({ reference: { given: {}, identities: [each.identity] }, at: each.at })),
  )
  const { owners } = await holdReferred(unit, references)
  const ids = new Set<string>()
  for (const [i, { identity, isOver }] of meant.entries()) {
    const reference = references[i]
    const now = owners.get(ownerText(identity))
    if (reference !== undefined && 'id' in reference) ids.add(reference.id)
    else if (now !== undefined && (!isOver || (await isKnownSince(unit, now, identity, at))))
      ids.add(now)
  }
  return ids
}

/**
 * Whether a customer who has an identity may have had it before an instant: a number of somebody who was
 * first heard of later is the number that another left.
 */
async function isKnownSince(
  unit: UnitOfWork,
  id: string,
  identity: Identity,
  at: number,
): Promise<boolean> {
  if (phoneNumberOf(identity) === undefined) return true
  const { facts, identities } = await knownCustomer(unit, id)
  if (facts.firstContactAt <= at) return true
  if (identities.some((each) => ownerText(each) === ownerText(identity) && each.addedAt <= at))
    return true
  const decisions = await unit.tx.find('consentEvents', 'byCustomer', [[id]])
  return decisions.some((decision) => decision.at <= at)
}

import type { Identity } from '../../domain/customers/identity.ts'
import { phoneNumberOf } from '../../domain/customers/number.ts'
import type { PastIdentityRow } from '../../domain/customers/rows.ts'
import { phoneVariants } from '../../domain/phone/variants.ts'
import { groupedBy } from '../grouped.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import type { CustomerReference } from './customer-reference.ts'

/** Whom something concerns, and when it happened. */
export interface Dated {
  readonly reference: CustomerReference
  readonly at: number
}

/**
 * Whom references led to at their instants: the customer who had the number then, where it was reassigned
 * or left since; else whoever it leads to now. So what arrives late is not the new holder's.
 */
export async function referencesAt(
  unit: UnitOfWork,
  dated: readonly Dated[],
): Promise<readonly CustomerReference[]> {
  const identities = dated.flatMap(({ reference, at }) =>
    'id' in reference || at >= unit.stamp.now ? [] : reference.identities,
  )
  // Before they are held, only to find out whom to hold.
  const holders =
    identities.length === 0
      ? []
      : (await pastOf(unit, identities)).map(({ customerId }) => customerId)
  if (holders.length === 0) return dated.map(({ reference }) => reference)
  await unit.lock(holders)
  const past = groupedBy(await pastOf(unit, identities), ({ kind, value }) => `${kind} ${value}`)
  return dated.map(({ reference, at }) => {
    if ('id' in reference) return reference
    const known = keysOf(reference.identities).flatMap((key) => past.get(key.join(' ')) ?? [])
    const holder = holderAt(known, at)
    return holder === undefined ? reference : { id: holder }
  })
}

/** {@link referencesAt} of one. */
export async function referenceAt(
  unit: UnitOfWork,
  reference: CustomerReference,
  at: number,
): Promise<CustomerReference> {
  const [then = reference] = await referencesAt(unit, [{ reference, at }])
  return then
}

/** Who had one of these identities at an instant, where it was reassigned or left since. */
export async function holderThen(
  unit: UnitOfWork,
  identities: readonly Identity[],
  at: number,
): Promise<string | undefined> {
  return holderAt(await pastOf(unit, identities), at)
}

async function pastOf(
  { tx }: UnitOfWork,
  identities: readonly Identity[],
): Promise<readonly PastIdentityRow[]> {
  return tx.find('pastIdentities', 'byIdentity', keysOf(identities))
}

/** From whom it went first after that instant; others had it later. What an edit ended may have been a mistake. */
function holderAt(past: readonly PastIdentityRow[], at: number): string | undefined {
  const since = past.filter(
    ({ reason, endedAt }) => (reason === 'reassigned' || reason === 'left') && at < endedAt,
  )
  const [first] = since.toSorted((a, b) => a.endedAt - b.endedAt)
  return first?.customerId
}

/** Whether a customer had one of these identities once, and it was reassigned since. */
export async function wasReassigned(
  unit: UnitOfWork,
  identities: readonly Identity[],
  customerId: string,
): Promise<boolean> {
  const past = await pastOf(unit, identities)
  return past.some((each) => each.customerId === customerId && each.reason === 'reassigned')
}

/** Under which past identities these may stand, whichever spelling of a number was known. */
function keysOf(identities: readonly Identity[]): readonly (readonly [string, string])[] {
  return identities.flatMap((identity): readonly (readonly [string, string])[] => {
    const number = phoneNumberOf(identity)
    if (number === undefined) return [[identity.kind, identity.value]]
    return [number, ...phoneVariants(number)].flatMap((each) => [
      ['phone', each] as const,
      ['whatsapp', each.slice(1)] as const,
    ])
  })
}

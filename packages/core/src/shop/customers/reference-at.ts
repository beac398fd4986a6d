import type { Identity } from '../../domain/customers/identity.ts'
import { phoneNumberOf } from '../../domain/customers/number.ts'
import type { PastIdentityRow } from '../../domain/customers/rows.ts'
import { phoneVariants } from '../../domain/phone/variants.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import type { CustomerReference } from './customer-reference.ts'

/**
 * Whom a reference led to at an instant: the customer who had the number then, where it was reassigned
 * since; else whoever it leads to now. So what arrives late is not the new holder's.
 */
export async function referenceAt(
  unit: UnitOfWork,
  reference: CustomerReference,
  at: number,
): Promise<CustomerReference> {
  if ('id' in reference) return reference
  // Before they are held, only to find out whom to hold.
  const past = await pastOf(unit, reference.identities)
  if (past.length === 0) return reference
  await unit.lock(past.map(({ customerId }) => customerId))
  const holder = await holderThen(unit, reference.identities, at)
  return holder === undefined ? reference : { id: holder }
}

/** Who had one of these identities at an instant, where it was reassigned since. */
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

/** From whom it went first after that instant; others had it later. */
function holderAt(past: readonly PastIdentityRow[], at: number): string | undefined {
  const since = past.filter(({ reason, endedAt }) => reason === 'reassigned' && at < endedAt)
  const [first] = since.toSorted((a, b) => a.endedAt - b.endedAt)
  return first?.customerId
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

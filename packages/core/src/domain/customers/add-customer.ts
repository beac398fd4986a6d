import type { Draft, Stamp } from '../change/draft.ts'
import { newFacts } from '../value/facts.ts'
import type { FactsRow } from '../value/rows.ts'
import { type AttributeValues, attributeRows } from './attributes.ts'
import { emptyProfile } from './empty-profile.ts'
import { type Identity, identityFold } from './identity.ts'
import { numbersOf } from './number.ts'
import { type ProfileChanges, profileColumns } from './profile.ts'
import type { AcquisitionKind, CustomerRow, IdentityRow } from './rows.ts'

/** A customer to be added: checked, with identities normalised and known to be free. */
export interface NewCustomer {
  readonly id: string
  readonly profile: ProfileChanges & { readonly name: string }
  readonly identities: readonly Identity[]
  readonly attributes: AttributeValues
  readonly acquisition: AcquisitionKind
  readonly firstContactAt: number | null
  /** A random integer, 0 ≤ key < 2³¹ − 1. */
  readonly sampleKey: number
}

export function addCustomer(
  into: Draft,
  customer: NewCustomer,
  stamp: Stamp,
): { row: CustomerRow; facts: FactsRow } {
  const { id, profile, acquisition } = customer
  const row: CustomerRow = {
    ...emptyProfile,
    id,
    name: profile.name,
    nameFold: '',
    acquisition,
    addedAt: stamp.now,
    statedFirstContactAt: customer.firstContactAt,
    sampleKey: customer.sampleKey,
    ...profileColumns(profile),
  }
  const facts = newFacts(id, {
    firstContactAt: customer.firstContactAt ?? stamp.now,
    birthDate: row.birthDate,
  })
  into.insert('customers', row)
  const { identities } = customer
  into.insert('identities', ...identityRows(id, identities, 0, stamp))
  into.insert('identities', ...identityRows(id, numbersOf(identities), 0, stamp))
  into.insert('attributes', ...attributeRows(id, customer.attributes))
  if (row.categoryId !== null) into.count('category', row.categoryId, 1)
  into.event('customer.added', {}, { customerId: id })
  into.touch(id, 'profile', 'identities', 'attributes', 'facts')
  return { row, facts }
}

/** Rows of new identities, shown after those that the customer has. */
export function identityRows(
  customerId: string,
  identities: readonly Pick<IdentityRow, 'kind' | 'value' | 'given'>[],
  from: number,
  stamp: Stamp,
): IdentityRow[] {
  return identities.map(({ kind, value, given }, i) => ({
    kind,
    value,
    given,
    customerId,
    originId: customerId,
    fold: identityFold({ value }),
    position: from + i,
    addedAt: stamp.now,
    changedAt: null,
    bouncedAt: null,
    bounceReason: null,
  }))
}

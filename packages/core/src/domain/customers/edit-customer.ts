import type { Draft, Stamp } from '../change/draft.ts'
import type { FactsRow } from '../value/rows.ts'
import type { AttributeValues } from './attributes.ts'
import { replaceAttribute } from './edit-attributes.ts'
import { changedFields, editProfile } from './edit-profile.ts'
import type { Identity } from './identity.ts'
import { type NumberIdentity, numbersOf } from './number.ts'
import type { ProfileChanges } from './profile.ts'
import { replaceIdentities } from './replace-identities.ts'
import type { AttributeRow, CustomerRow, IdentityKind, IdentityRow } from './rows.ts'

/** What is known of a customer before an edit. */
export interface KnownCustomer {
  readonly row: CustomerRow
  readonly facts: FactsRow
  readonly identities: readonly IdentityRow[]
  readonly attributes: readonly AttributeRow[]
}

/** Identities given replace all of their kind; attributes given replace all of their field. */
export interface CustomerChanges {
  readonly profile: ProfileChanges
  readonly identities: ReadonlyMap<IdentityKind, readonly Identity[]>
  readonly attributes: AttributeValues
}

export function editCustomer(
  into: Draft,
  known: KnownCustomer,
  changes: CustomerChanges,
  stamp: Stamp,
): CustomerRow {
  const { row } = known
  const edited = editProfile(into, known, changes.profile)
  const fields = changedFields(row, edited)
  const changed = [
    ...fields,
    ...[...changes.identities]
      .filter(([kind, list]) => replaceIdentities(into, known, { kind, list }, stamp))
      .map(([kind]) => kind),
    ...[...changes.attributes.keys()].filter((field) =>
      replaceAttribute(into, known, changes.attributes, field),
    ),
  ]
  replaceIdentities(into, known, { kind: 'number', list: numbersAfter(known, changes) }, stamp)
  if (changed.length > 0) into.event('customer.edited', { fields: changed }, { customerId: row.id })
  return edited
}

/**
 * The numbers that the customer has once the edit is done, given by whichever phone or WhatsApp id.
 * Nobody sees their order, so those that stay keep theirs.
 */
function numbersAfter(
  { identities }: KnownCustomer,
  changes: CustomerChanges,
): readonly NumberIdentity[] {
  const after = (kind: IdentityKind): readonly Pick<IdentityRow, 'kind' | 'value'>[] =>
    changes.identities.get(kind) ?? identities.filter((each) => each.kind === kind)
  const numbers = numbersOf([...after('phone'), ...after('whatsapp')])
  const before = identities.filter(({ kind }) => kind === 'number').map(({ value }) => value)
  const stay = before.flatMap((value) => numbers.find((each) => each.value === value) ?? [])
  return [...new Set([...stay, ...numbers])]
}

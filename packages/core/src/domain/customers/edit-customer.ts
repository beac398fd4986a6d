import type { Draft, Stamp } from '../change/draft.ts'
import { birthdayKey } from '../value/facts.ts'
import type { FactsRow } from '../value/rows.ts'
import { identityRows } from './add-customer.ts'
import { type AttributeValues, attributeRows } from './attributes.ts'
import { type Identity, identityKey } from './identity.ts'
import { type NumberIdentity, numbersOf } from './number.ts'
import { type ProfileChanges, profileColumns } from './profile.ts'
import type {
  AttributeRow,
  CustomerRow,
  IdentityKind,
  IdentityRow,
  IdentityRowKind,
} from './rows.ts'

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
  const { row, facts } = known
  const edited: CustomerRow = { ...row, ...profileColumns(changes.profile) }
  const fields = changedFields(row, edited)
  if (fields.length > 0) {
    into.put('customers', edited)
    into.touch(row.id, 'profile')
  }
  if (edited.birthDate !== row.birthDate) {
    into.put('facts', { ...facts, birthdayKey: birthdayKey(edited.birthDate) })
    into.touch(row.id, 'facts')
  }
  if (edited.categoryId !== row.categoryId) {
    if (row.categoryId !== null) into.count('category', row.categoryId, -1)
    if (edited.categoryId !== null) into.count('category', edited.categoryId, 1)
  }
  const changed = [
    ...fields,
    ...[...changes.identities]
      .filter(([kind, list]) => replaceIdentities(into, known, kind, list, stamp))
      .map(([kind]) => kind),
    ...[...changes.attributes.keys()].filter((field) =>
      replaceAttribute(into, known, changes.attributes, field),
    ),
  ]
  replaceIdentities(into, known, 'number', numbersAfter(known, changes), stamp)
  if (changed.length > 0) into.event('customer.edited', { fields: changed }, { customerId: row.id })
  return edited
}

/** Names of the profile fields that differ, as an input calls them, without their folds; sorted. */
function changedFields(before: CustomerRow, after: CustomerRow): string[] {
  const values = new Map<string, unknown>(Object.entries(before))
  return Object.entries(after)
    .filter(([column, value]) => value !== values.get(column) && !column.endsWith('Fold'))
    .map(([column]) => (column === 'categoryId' ? 'category' : column))
    .sort() // a row's columns come in any order
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

function replaceIdentities(
  into: Draft,
  { row, identities }: KnownCustomer,
  kind: IdentityRowKind,
  given: readonly (Identity | NumberIdentity)[],
  stamp: Stamp,
): boolean {
  const before = identities.filter((identity) => identity.kind === kind)
  const known = new Map(before.map((identity) => [identityKey(identity), identity]))
  const wanted = new Map(given.map((identity) => [identityKey(identity), identity]))
  if (
    known.size === wanted.size &&
    [...wanted.keys()].every((key, i) => key === [...known.keys()][i])
  )
    return false

  for (const [key, identity] of known) {
    if (!wanted.has(key)) into.remove('identities', [kind, identity.value])
  }
  for (const [position, identity] of [...wanted.values()].entries()) {
    const old = known.get(identityKey(identity))
    if (old === undefined)
      into.insert('identities', ...identityRows(row.id, [identity], position, stamp))
    else into.put('identities', { ...old, position })
  }
  into.touch(row.id, 'identities')
  return true
}

function replaceAttribute(
  into: Draft,
  { row, attributes }: KnownCustomer,
  values: AttributeValues,
  field: string,
): boolean {
  const before = attributes.filter((attribute) => attribute.field === field)
  const after = attributeRows(row.id, new Map([[field, values.get(field) ?? []]]))
  if (JSON.stringify(before) === JSON.stringify(after)) return false
  for (const { position } of before.slice(after.length))
    into.remove('attributes', [row.id, field, position])
  into.put('attributes', ...after)
  into.touch(row.id, 'attributes')
  return true
}

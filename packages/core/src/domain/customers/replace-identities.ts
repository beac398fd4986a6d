import type { Draft, Stamp } from '../change/draft.ts'
import { identityRows } from './add-customer.ts'
import { identityKey } from './identity.ts'
import type {
  CustomerRow,
  IdentityEnd,
  IdentityKind,
  IdentityRow,
  IdentityRowKind,
  PastIdentityRow,
} from './rows.ts'

/** All identities of a kind that a customer is to have, in their order. */
export interface Replacement {
  readonly kind: IdentityRowKind
  readonly list: readonly Pick<IdentityRow, 'kind' | 'value' | 'given'>[]
  /** Why those end that are not among them; where nothing is said, by whether others take their place. */
  readonly reason?: IdentityEnd
}

/** Gives a customer these identities of a kind and no others; answers whether that changes anything. */
export function replaceIdentities(
  into: Draft,
  { row, identities }: { readonly row: CustomerRow; readonly identities: readonly IdentityRow[] },
  { kind, list, reason }: Replacement,
  stamp: Stamp,
): boolean {
  const before = identities.filter((identity) => identity.kind === kind)
  const known = new Map(before.map((identity) => [identityKey(identity), identity]))
  const wanted = new Map(list.map((identity) => [identityKey(identity), identity]))
  if (
    known.size === wanted.size &&
    [...wanted.keys()].every((key, i) => key === [...known.keys()][i])
  )
    return false

  const isReplaced = [...wanted.keys()].some((key) => !known.has(key))
  for (const [key, identity] of known) {
    if (wanted.has(key)) continue
    into.remove('identities', [kind, identity.value])
    const end = reason ?? (isReplaced ? 'changed' : 'removed')
    into.insert('pastIdentities', ...pastIdentities(identity, end, stamp))
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

/** What stays of an identity that ends. The number behind phones and WhatsApp ids is told by these. */
function pastIdentities(
  { kind, value, customerId, originId, given, addedAt }: IdentityRow,
  reason: IdentityEnd,
  { newId, now }: Stamp,
): PastIdentityRow[] {
  if (!isShown(kind)) return []
  return [{ id: newId(), kind, value, customerId, originId, given, addedAt, endedAt: now, reason }]
}

function isShown(kind: IdentityRowKind): kind is IdentityKind {
  return kind !== 'number'
}

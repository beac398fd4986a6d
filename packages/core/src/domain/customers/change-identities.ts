import type { Draft, Stamp } from '../change/draft.ts'
import { compareCodePoints } from '../text/code-point-order.ts'
import { identityRows } from './add-customer.ts'
import type { Identity } from './identity.ts'
import { numbersOf, ownerText, phoneNumberOf } from './number.ts'
import { replaceIdentities } from './replace-identities.ts'
import type { CustomerRow, IdentityKind, IdentityRow, PastIdentityRow } from './rows.ts'

/** Somebody who was known by some identities is known by others from an instant on. */
export interface IdentityChange {
  readonly before: readonly Identity[]
  /** Those that are nobody else's. */
  readonly after: readonly Identity[]
  readonly at: number
}

/** What is known of who changed. */
export interface KnownChanger {
  readonly row: CustomerRow
  readonly identities: readonly IdentityRow[]
  readonly past: readonly PastIdentityRow[]
}

const kinds: readonly IdentityKind[] = ['phone', 'whatsapp', 'userId']

/**
 * Ends the numbers of before at the instant of the change, and gives the customer the identities of after,
 * the latest change first. User ids of before stay, for nobody else ever gets them.
 *
 * Changes may be told in any order, and again: what a later one ended or began stays so.
 */
export function changeIdentities(
  into: Draft,
  known: KnownChanger,
  change: IdentityChange,
  stamp: Stamp,
): void {
  const { row } = known
  const lists = new Map(kinds.map((kind) => [kind, listAfter(known, change, kind, stamp)]))
  const changed = kinds.filter((kind) =>
    writeList(into, known, change, lists.get(kind) ?? [], kind),
  )
  const numbers = numbersOf([...(lists.get('phone') ?? []), ...(lists.get('whatsapp') ?? [])])
  replaceIdentities(into, known, { kind: 'number', list: numbers }, stamp)
  rememberNumbers(into, known, change, stamp)
  if (changed.length > 0) into.event('customer.edited', { fields: changed }, { customerId: row.id })
}

/** The customer's identities of a kind after the change, those in use longest last. */
function listAfter(
  { row, identities, past }: KnownChanger,
  change: IdentityChange,
  kind: IdentityKind,
  stamp: Stamp,
): readonly IdentityRow[] {
  const { before, after, at } = change
  const held = identities.filter((each) => each.kind === kind)
  const isNew = (identity: Identity): boolean =>
    identity.kind === kind &&
    !held.some((each) => ownerText(each) === ownerText(identity)) &&
    !past.some((each) => ownerText(each) === ownerText(identity) && at < each.endedAt)
  const begun = identityRows(row.id, after.filter(isNew), 0, stamp)
  const began = new Set(after.map(ownerText))
  const known = before.filter(
    (each) => phoneNumberOf(each) === undefined && !began.has(ownerText(each)) && isNew(each),
  )
  return [
    ...held.filter((each) => !isLeft(each, change)),
    ...begun,
    ...identityRows(row.id, known, 0, stamp),
  ]
    .map((each) =>
      began.has(ownerText(each))
        ? { ...each, changedAt: Math.max(each.changedAt ?? at, at) }
        : each,
    )
    .toSorted(latestFirst)
    .map((each, position) => ({ ...each, position }))
}

/** Whether the customer left an identity by this change, and did not come back to it by a later one. */
function isLeft(identity: IdentityRow, { before, after, at }: IdentityChange): boolean {
  if (phoneNumberOf(identity) === undefined) return false
  const isMeant = (each: Identity): boolean => ownerText(each) === ownerText(identity)
  const { changedAt } = identity
  return before.some(isMeant) && !after.some(isMeant) && (changedAt === null || changedAt <= at)
}

function latestFirst(a: IdentityRow, b: IdentityRow): number {
  if (a.changedAt === null || b.changedAt === null)
    return Number(a.changedAt === null) - Number(b.changedAt === null)
  return b.changedAt - a.changedAt || compareCodePoints(a.value, b.value)
}

/** Writes what is new or another of a kind; answers whether anything is. */
function writeList(
  into: Draft,
  { row, identities }: KnownChanger,
  change: IdentityChange,
  list: readonly IdentityRow[],
  kind: IdentityKind,
): boolean {
  const held = identities.filter((each) => each.kind === kind)
  const left = held.filter((each) => isLeft(each, change))
  for (const { value } of left) into.remove('identities', [kind, value])
  let isChanged = left.length > 0
  for (const identity of list) {
    const before = held.find(({ value }) => value === identity.value)
    if (before === undefined) into.insert('identities', identity)
    else if (before.position === identity.position && before.changedAt === identity.changedAt)
      continue
    else into.put('identities', identity)
    isChanged = true
  }
  if (isChanged) into.touch(row.id, 'identities')
  return isChanged
}

/** Keeps until when the customer had the numbers of before, so that what comes late finds its way. */
function rememberNumbers(
  into: Draft,
  { row, identities, past }: KnownChanger,
  change: IdentityChange,
  { newId }: Stamp,
): void {
  const { before, at } = change
  const ended = { customerId: row.id, endedAt: at, reason: 'left' } as const
  for (const identity of identities) {
    const { kind, value, originId, given, addedAt } = identity
    if (kind === 'number' || !isLeft(identity, change)) continue
    const since = Math.min(addedAt, at)
    into.insert('pastIdentities', {
      id: newId(),
      kind,
      value,
      originId,
      given,
      addedAt: since,
      ...ended,
    })
  }
  // Of a number that nobody knew to be this customer's, only the end is known.
  const told = new Set(
    [...identities, ...past.filter(({ endedAt }) => at <= endedAt)].map(ownerText),
  )
  for (const identity of before) {
    if (phoneNumberOf(identity) === undefined || told.has(ownerText(identity))) continue
    told.add(ownerText(identity))
    into.insert('pastIdentities', {
      id: newId(),
      originId: row.id,
      addedAt: at,
      ...identity,
      ...ended,
    })
  }
}

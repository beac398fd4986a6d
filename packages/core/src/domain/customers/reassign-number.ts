import type { Draft, Stamp } from '../change/draft.ts'
import type { WindowRow } from '../interactions/rows.ts'
import { lastClosing, windowClosedFor, withWindow } from '../interactions/window.ts'
import type { LinkedIdRow } from '../labels/rows.ts'
import type { FactsRow } from '../value/rows.ts'
import { identityKey } from './identity.ts'
import { ownerText } from './number.ts'
import { replaceIdentities } from './replace-identities.ts'
import type { CustomerRow, IdentityRow, IdentityRowKind } from './rows.ts'

/** What is known of a customer whose number is somebody else's now. */
export interface KnownHolder {
  readonly row: CustomerRow
  readonly facts: FactsRow
  readonly identities: readonly IdentityRow[]
  readonly windows: readonly WindowRow[]
  /** WhatsApp's linked ids of the number, as bridges told. */
  readonly linkedIds: readonly LinkedIdRow[]
}

/** By which the account on a number is known: they may be the new holder's already. */
const kindsOfAccount: readonly IdentityRowKind[] = ['userId', 'lid']

const kinds: readonly IdentityRowKind[] = ['phone', 'whatsapp', 'number', ...kindsOfAccount]

/**
 * Takes a number from its customer in every spelling, with WhatsApp's own ids beside it, so that from now
 * on it is nobody's. Everything else stays the customer's; open windows close, for whoever wrote last may
 * have been the new holder.
 *
 * @param owner the number, as {@link ownerText} has it
 */
export function reassignNumber(into: Draft, known: KnownHolder, owner: string, stamp: Stamp): void {
  const leaves = (identity: IdentityRow): boolean =>
    kindsOfAccount.includes(identity.kind) ||
    (identity.kind === 'number' ? identityKey(identity) : ownerText(identity)) === owner
  for (const kind of kinds) {
    const list = known.identities.filter((each) => each.kind === kind && !leaves(each))
    replaceIdentities(into, known, { kind, list, reason: 'reassigned' }, stamp)
  }
  for (const { lid } of known.linkedIds) into.remove('linkedIds', [lid])
  closeWindows(into, known, stamp)
  into.event('number.reassigned', {}, { customerId: known.row.id })
}

function closeWindows(into: Draft, { facts, windows }: KnownHolder, { now }: Stamp): void {
  const open = windows.filter(({ closesAt }) => now < closesAt)
  if (open.length === 0) return
  const closed = open.map((window) => windowClosedFor(window, window, now))
  into.put('windows', ...closed)
  into.put('facts', { ...facts, windowClosesAt: lastClosing(closed.reduce(withWindow, windows)) })
  into.touch(facts.customerId, 'windows', 'facts')
}

import type { Draft, Stamp } from '../change/draft.ts'
import { identityRows } from './add-customer.ts'
import type { Identity } from './identity.ts'
import { type NumberIdentity, numbersOf } from './number.ts'
import type { IdentityRow } from './rows.ts'

/** What of an identity tells which one it is. */
export type HeldIdentity = Pick<IdentityRow, 'kind' | 'value'>

/**
 * Adds identities to those that a customer has, and changes nothing else.
 *
 * @param held those that the customer has, with the numbers behind them
 * @param given identities that are nobody's, each once
 * @returns all that the customer has afterwards
 */
export function attachIdentities(
  into: Draft,
  customerId: string,
  held: readonly HeldIdentity[],
  given: readonly Identity[],
  stamp: Stamp,
): readonly HeldIdentity[] {
  const added: readonly (Identity | NumberIdentity)[] = [...given, ...numbersOf(given)]
  for (const kind of new Set(added.map((each) => each.kind))) {
    const from = held.filter((each) => each.kind === kind).length
    const ofKind = added.filter((each) => each.kind === kind)
    into.insert('identities', ...identityRows(customerId, ofKind, from, stamp))
  }
  into.touch(customerId, 'identities')
  const fields = [...new Set(given.map(({ kind }) => kind))]
  into.event('customer.edited', { fields }, { customerId })
  return [...held, ...added]
}

import type { DeletedWithCustomer } from '../../domain/customers/delete-customer.ts'
import { phoneNumberOf } from '../../domain/customers/number.ts'
import type { IdentityRow } from '../../domain/customers/rows.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { knownCustomer } from './load-customers.ts'

/** All that goes with a customer who is deleted. @throws LanggananError `CUSTOMER_NOT_FOUND` */
export async function knownToDelete(unit: UnitOfWork, id: string): Promise<DeletedWithCustomer> {
  const { tx } = unit
  const known = await knownCustomer(unit, id)
  return {
    ...known,
    hasTransactions: (await tx.find('transactions', 'byCustomer', [[id]])).length > 0,
    interactions: await tx.find('interactions', 'byCustomer', [[id]]),
    windows: await tx.find('windows', 'key', [[id]]),
    groups: await tx.find('groupMembers', 'byCustomer', [[id]]),
    tags: await tx.find('tagMembers', 'byCustomer', [[id]]),
    ...(await recordedLists(unit, id)),
    ...(await linkedTo(unit, known.identities)),
  }
}

/** What else goes. */
async function recordedLists({ tx }: UnitOfWork, id: string) {
  const orderDrafts = await tx.find('orderDrafts', 'byCustomer', [[id]])
  const drafts = orderDrafts.map((draft) => [draft.id])
  return {
    pastIdentities: await tx.find('pastIdentities', 'byCustomer', [[id]]),
    conflicts: [
      ...(await tx.find('identityConflicts', 'key', [[id]])),
      ...(await tx.find('identityConflicts', 'byOther', [[id]])),
    ],
    orderDrafts,
    draftLines: await tx.find('draftLines', 'key', drafts),
    messageStatuses: await tx.find('messageStatuses', 'byCustomer', [[id]]),
    sends: await tx.find('sends', 'byCustomer', [[id]]),
    labelEvents: await tx.find('labelEvents', 'byCustomer', [[id]]),
    labelSpans: await tx.find('labelSpans', 'key', [[id]]),
    consentEvents: await tx.find('consentEvents', 'byCustomer', [[id]]),
    consents: await tx.find('consents', 'key', [[id]]),
    memberships: await tx.find('segmentMembers', 'byCustomer', [[id]]),
  }
}

/** What bridges told of the customer's linked ids and numbers. */
async function linkedTo({ tx }: UnitOfWork, identities: readonly IdentityRow[]) {
  const numbers = identities.flatMap((identity) => phoneNumberOf(identity)?.slice(1) ?? [])
  const byNumber = await tx.find(
    'linkedIds',
    'byNumber',
    [...new Set(numbers)].map((n) => [n]),
  )
  const own = identities.flatMap(({ kind, value }) => (kind === 'lid' ? [value] : []))
  const lids = [...new Set([...byNumber.map(({ lid }) => lid), ...own])]
  return {
    linkedIds: await tx.get(
      'linkedIds',
      lids.map((lid) => [lid] as const),
    ),
    waitingLabelEvents: await tx.find(
      'waitingLabelEvents',
      'byLid',
      lids.map((lid) => [lid]),
    ),
  }
}

import type { Draft, Stamp } from '../change/draft.ts'
import type { ConsentEventRow, ConsentRow } from '../consents/rows.ts'
import { LanggananError } from '../error/langganan-error.ts'
import { leaveGroup } from '../groups/group-members.ts'
import type { GroupMemberRow } from '../groups/rows.ts'
import type { InteractionRow, WindowRow } from '../interactions/rows.ts'
import { dropMembership } from '../kept/drop-membership.ts'
import type {
  LabelEventRow,
  LabelSpanRow,
  LinkedIdRow,
  WaitingLabelEventRow,
} from '../labels/rows.ts'
import type { MessageStatusRow, SendRow } from '../messages/rows.ts'
import type { DraftLineRow, OrderDraftRow } from '../order-drafts/rows.ts'
import type { SegmentMemberRow } from '../segments/rows.ts'
import type { TagMemberRow } from '../tags/rows.ts'
import { dropTag } from '../tags/tag-members.ts'
import type { KnownCustomer } from './edit-customer.ts'
import type { IdentityConflictRow, PastIdentityRow } from './rows.ts'

/** Everything that goes with a customer. */
export interface DeletedWithCustomer extends KnownCustomer {
  readonly hasTransactions: boolean
  readonly interactions: readonly InteractionRow[]
  readonly windows: readonly WindowRow[]
  readonly messageStatuses: readonly MessageStatusRow[]
  readonly sends: readonly SendRow[]
  readonly pastIdentities: readonly PastIdentityRow[]
  readonly conflicts: readonly IdentityConflictRow[]
  readonly orderDrafts: readonly OrderDraftRow[]
  readonly draftLines: readonly DraftLineRow[]
  readonly groups: readonly GroupMemberRow[]
  readonly tags: readonly TagMemberRow[]
  readonly labelEvents: readonly LabelEventRow[]
  readonly labelSpans: readonly LabelSpanRow[]
  readonly linkedIds: readonly LinkedIdRow[]
  readonly waitingLabelEvents: readonly WaitingLabelEventRow[]
  readonly consentEvents: readonly ConsentEventRow[]
  readonly consents: readonly ConsentRow[]
  readonly memberships: readonly SegmentMemberRow[]
}

/** @throws LanggananError `CUSTOMER_HAS_TRANSACTIONS`: the books need the customer; archive instead. */
export function deleteCustomer(into: Draft, known: DeletedWithCustomer, stamp: Stamp): void {
  const { id, categoryId } = known.row
  if (known.hasTransactions) {
    throw new LanggananError(
      'CUSTOMER_HAS_TRANSACTIONS',
      'A customer with transactions cannot be deleted, because the books need it. Archive the customer instead.',
      { field: 'customer', details: { customer: id } },
    )
  }
  into.remove('customers', [id])
  into.remove('facts', [id])
  for (const { kind, value } of known.identities) into.remove('identities', [kind, value])
  for (const { field, position } of known.attributes)
    into.remove('attributes', [id, field, position])
  for (const interaction of known.interactions) into.remove('interactions', [interaction.id])
  for (const { businessNumber } of known.windows) into.remove('windows', [id, businessNumber])
  for (const { messageId } of known.messageStatuses) into.remove('messageStatuses', [messageId])
  for (const send of known.sends) into.remove('sends', [send.id])
  for (const past of known.pastIdentities) into.remove('pastIdentities', [past.id])
  for (const { customerId, otherId } of known.conflicts)
    into.remove('identityConflicts', [customerId, otherId])
  dropDrafts(into, known)
  for (const member of known.groups) leaveGroup(into, member)
  for (const member of known.tags) dropTag(into, member, 'write')
  dropLabels(into, known)
  for (const event of known.consentEvents) into.remove('consentEvents', [event.id])
  for (const { purpose, channel } of known.consents) into.remove('consents', [id, purpose, channel])
  for (const member of known.memberships) dropMembership(into, member, 'write', stamp)
  into.remove('turns', [id])
  into.remove('scores', [id])
  if (categoryId !== null) into.count('category', categoryId, -1)
  into.event('customer.deleted', {}, { customerId: id })
}

function dropDrafts(into: Draft, { orderDrafts, draftLines }: DeletedWithCustomer): void {
  for (const { id } of orderDrafts) into.remove('orderDrafts', [id])
  for (const { draftId, position } of draftLines) into.remove('draftLines', [draftId, position])
}

function dropLabels(into: Draft, known: DeletedWithCustomer): void {
  const { id } = known.row
  for (const event of known.labelEvents) into.remove('labelEvents', [event.id])
  for (const { labelId, at } of known.labelSpans) into.remove('labelSpans', [id, labelId, at])
  for (const { lid } of known.linkedIds) into.remove('linkedIds', [lid])
  for (const event of known.waitingLabelEvents) into.remove('waitingLabelEvents', [event.id])
}

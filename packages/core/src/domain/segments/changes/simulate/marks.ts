import type { Draft, Stamp } from '../../../change/draft.ts'
import { recordConsent } from '../../../consents/record-consent.ts'
import { confirmEmail, reportBounce } from '../../../customers/bounce.ts'
import {
  archiveCustomer,
  blacklistCustomer,
  restoreCustomer,
  unblacklistCustomer,
} from '../../../customers/standing.ts'
import { joinGroup, leaveGroup } from '../../../groups/group-members.ts'
import { recordLabelEvent } from '../../../labels/record-label.ts'
import { assignTag, unassignTag } from '../../../tags/tag-members.ts'
import { loaded } from '../../customer-view.ts'
import type { BounceAction, ConsentAction, GroupAction, LabelAction, TagAction } from '../action.ts'
import type { ChangeableView } from '../changeable-view.ts'

export function tagByHand(
  into: Draft,
  { tag: tagId, given }: TagAction,
  { customer, tagMembers }: ChangeableView,
  stamp: Stamp,
): void {
  const known = tagMembers.find((member) => member.tagId === tagId)
  if (given) assignTag(into, known, { tagId, customerId: customer.id }, stamp)
  else if (known !== undefined) unassignTag(into, known)
}

export function changeGroup(
  into: Draft,
  { group, joined }: GroupAction,
  view: ChangeableView,
  stamp: Stamp,
): void {
  const { id: customerId } = view.customer
  if (loaded(view, 'groups').includes(group) === joined) return
  if (joined)
    joinGroup(into, { id: group, name: '', nameFold: '', createdAt: 0 }, customerId, stamp)
  else leaveGroup(into, { groupId: group, customerId })
}

export function recordLabel(
  into: Draft,
  { label: labelId, change, by }: LabelAction,
  view: ChangeableView,
  stamp: Stamp,
): void {
  const { id: customerId } = view.customer
  const events = view.labelEvents.filter((event) => event.labelId === labelId)
  const spans = loaded(view, 'labels').filter((span) => span.labelId === labelId)
  const told = { timed: 1, cause: 'told', eventId: null } as const
  const event = { customerId, labelId, change, at: stamp.now, by, ...told }
  // Deletions of the label lie behind, and what is recorded now comes after them.
  recordLabelEvent(into, event, { events, spans, deletions: [] }, stamp)
}

export function decide(
  into: Draft,
  { purpose, channel, decision }: ConsentAction,
  view: ChangeableView,
  stamp: Stamp,
): void {
  const said = { customerId: view.customer.id, purpose, channel, decision, at: stamp.now }
  const event = { ...said, by: null, proof: null, eventId: null }
  const known = { events: view.consentEvents, consents: loaded(view, 'consents') }
  recordConsent(into, event, known, stamp)
}

export function archive(
  into: Draft,
  archived: boolean,
  { customer }: ChangeableView,
  stamp: Stamp,
): void {
  if (archived) archiveCustomer(into, customer, stamp)
  else restoreCustomer(into, customer)
}

export function blacklist(
  into: Draft,
  blacklisted: boolean,
  { customer }: ChangeableView,
  stamp: Stamp,
): void {
  if (blacklisted) blacklistCustomer(into, customer, { reason: '-', until: null }, stamp)
  else unblacklistCustomer(into, customer, stamp)
}

export function bounce(
  into: Draft,
  { email, bounced }: BounceAction,
  view: ChangeableView,
  { now: at }: Stamp,
): void {
  const row = loaded(view, 'identities').find(
    ({ kind, value }) => kind === 'email' && value === email,
  )
  if (row === undefined) return
  if (bounced) reportBounce(into, row, { at, reason: null })
  else confirmEmail(into, row)
}

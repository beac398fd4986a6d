import type { Draft, Stamp } from '../change/draft.ts'
import type { GroupMemberRow, GroupRow } from './rows.ts'

/** Puts a customer that is not in the group into it. */
export function joinGroup(
  into: Draft,
  { id: groupId }: GroupRow,
  customerId: string,
  stamp: Stamp,
): void {
  into.insert('groupMembers', { groupId, customerId, since: stamp.now, addedBy: stamp.actor })
  into.count('group', groupId, 1)
  into.event('group.joined', { group: groupId }, { customerId })
  into.touch(customerId, 'groups')
}

/** Takes a customer that is in the group out of it. */
export function leaveGroup(
  into: Draft,
  { groupId, customerId }: Pick<GroupMemberRow, 'groupId' | 'customerId'>,
): void {
  into.remove('groupMembers', [groupId, customerId])
  into.count('group', groupId, -1)
  into.event('group.left', { group: groupId }, { customerId })
  into.touch(customerId, 'groups')
}

import type { Draft, Stamp } from '../change/draft.ts'
import type { TagMemberRow } from './rows.ts'

/** Who gave a tag: a person or the tag's own rule. They stand beside each other. */
export type TagSource = 'hand' | 'rule'

/** Gives a tag from one source; having it from there already changes nothing. */
export function assignTag(
  into: Draft,
  known: TagMemberRow | undefined,
  { tagId, customerId, by }: { tagId: string; customerId: string; by: TagSource },
  stamp: Stamp,
): void {
  const before: TagMemberRow = known ?? { tagId, customerId, manualSince: null, ruleSince: null }
  if (sinceOf(before, by) !== null) return
  into.put('tagMembers', withSince(before, by, stamp.now))
  if (known === undefined) into.count('tag', tagId, 1)
  into.event('tag.assigned', { tag: tagId, by }, { customerId })
  into.touch(customerId, 'tags')
}

/** Takes a tag back from one source; the customer keeps it while the other gives it. */
export function unassignTag(into: Draft, known: TagMemberRow, by: TagSource): void {
  if (sinceOf(known, by) === null) return
  const { tagId, customerId } = known
  const left = withSince(known, by, null)
  if (left.manualSince === null && left.ruleSince === null) {
    into.remove('tagMembers', [tagId, customerId])
    into.count('tag', tagId, -1)
  } else {
    into.put('tagMembers', left)
  }
  into.event('tag.unassigned', { tag: tagId, by }, { customerId })
  into.touch(customerId, 'tags')
}

/** Takes a tag away whoever gave it, with the tag itself or the customer. */
export function dropTag(into: Draft, { tagId, customerId, ...since }: TagMemberRow): void {
  into.remove('tagMembers', [tagId, customerId])
  into.count('tag', tagId, -1)
  if (since.manualSince !== null)
    into.event('tag.unassigned', { tag: tagId, by: 'hand' }, { customerId })
  if (since.ruleSince !== null)
    into.event('tag.unassigned', { tag: tagId, by: 'rule' }, { customerId })
  into.touch(customerId, 'tags')
}

function sinceOf(row: TagMemberRow, by: TagSource): number | null {
  return by === 'hand' ? row.manualSince : row.ruleSince
}

function withSince(row: TagMemberRow, by: TagSource, since: number | null): TagMemberRow {
  return by === 'hand' ? { ...row, manualSince: since } : { ...row, ruleSince: since }
}

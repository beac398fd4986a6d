import type { Draft, Stamp } from '../change/draft.ts'
import type { CrossingCause } from '../kept/rows.ts'
import type { TagMemberRow } from './rows.ts'

/** Gives a tag by hand; having it so already changes nothing. The rule's stands beside it. */
export function assignTag(
  into: Draft,
  known: TagMemberRow | undefined,
  { tagId, customerId }: Pick<TagMemberRow, 'tagId' | 'customerId'>,
  stamp: Stamp,
): void {
  if (known !== undefined && known.manualSince !== null) return
  const ruleSince = known?.ruleSince ?? null
  into.put('tagMembers', { tagId, customerId, manualSince: stamp.now, ruleSince })
  if (known === undefined) into.count('tag', tagId, 1)
  into.event('tag.assigned', { tag: tagId, by: 'hand' }, { customerId })
  into.touch(customerId, 'tags')
}

/** Takes back what was given by hand; the customer keeps the tag while its rule gives it. */
export function unassignTag(into: Draft, known: TagMemberRow): void {
  const { tagId, customerId, manualSince, ruleSince } = known
  if (manualSince === null) return
  if (ruleSince === null) {
    into.remove('tagMembers', [tagId, customerId])
    into.count('tag', tagId, -1)
  } else {
    into.put('tagMembers', { ...known, manualSince: null })
  }
  into.event('tag.unassigned', { tag: tagId, by: 'hand' }, { customerId })
  into.touch(customerId, 'tags')
}

/** Sets since when the rule gives a tag, or that it does not; what a person gave stays. Writes no event. */
export function setRuleTag(
  into: Draft,
  known: TagMemberRow | undefined,
  { tagId, customerId }: Pick<TagMemberRow, 'tagId' | 'customerId'>,
  since: number | null,
): void {
  const manualSince = known?.manualSince ?? null
  if (since !== null || manualSince !== null) {
    into.put('tagMembers', { tagId, customerId, manualSince, ruleSince: since })
    if (known === undefined) into.count('tag', tagId, 1)
  } else if (known !== undefined) {
    into.remove('tagMembers', [tagId, customerId])
    into.count('tag', tagId, -1)
  }
}

/** Takes a tag away whoever gave it, with the tag itself or the customer. */
export function dropTag(
  into: Draft,
  { tagId, customerId, manualSince, ruleSince }: TagMemberRow,
  cause: CrossingCause,
): void {
  into.remove('tagMembers', [tagId, customerId])
  into.count('tag', tagId, -1)
  if (manualSince !== null) into.event('tag.unassigned', { tag: tagId, by: 'hand' }, { customerId })
  if (ruleSince !== null) {
    const crossed = { cause, stillHolds: true }
    into.event('tag.unassigned', { tag: tagId, by: 'rule', ...crossed }, { customerId })
  }
  into.touch(customerId, 'tags')
}

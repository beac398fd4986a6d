import type { Draft, Stamp } from '../change/draft.ts'
import type { SegmentMemberRow } from '../segments/rows.ts'
import type { CrossingCause } from './rows.ts'

/** Ends a membership with the customer; what was is kept as history. */
export function dropMembership(
  into: Draft,
  { segmentId, customerId, since }: SegmentMemberRow,
  cause: CrossingCause,
  stamp: Stamp,
): void {
  // Should the clock have been put back, nobody leaves before coming.
  const at = Math.max(stamp.now, since)
  into.remove('segmentMembers', [segmentId, customerId])
  into.count('segment', segmentId, -1)
  into.insert('segmentChanges', {
    id: stamp.newId(),
    segmentId,
    customerId,
    entered: 0,
    occurredAt: at,
    recordedAt: stamp.now,
    cause,
  })
  into.event('segment.left', { segment: segmentId, cause, stillHolds: true }, { customerId, at })
  into.touch(customerId, 'memberships')
}

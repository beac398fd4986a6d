import type { Draft, Stamp } from '../change/draft.ts'
import type { TagMemberRow } from '../tags/rows.ts'
import { setRuleTag } from '../tags/tag-members.ts'
import type { Judged } from './advance.ts'
import { type Crossing, keptKey } from './kept.ts'
import { belongs } from './kept-state.ts'
import type { CrossingCause } from './rows.ts'

/** What changed for a customer. */
export interface CustomerCrossings extends Judged {
  readonly cause: CrossingCause
  /** The customer's tags as they are stored. */
  readonly tags: readonly TagMemberRow[]
}

/**
 * Writes what changed for customers: each crossing in the order of time as an event that says whether
 * it still holds, and for segments as history; memberships as they are in the end.
 */
export function writeCrossings(
  into: Draft,
  customers: readonly CustomerCrossings[],
  stamp: Stamp,
): void {
  const all = customers.flatMap((customer) =>
    customer.crossings.map((crossing) => ({ crossing, customer })),
  )
  // The sort keeps the order of those at one instant.
  for (const { crossing, customer } of all.sort((a, b) => a.crossing.at - b.crossing.at))
    record(into, crossing, customer, stamp)
  for (const { crossings, state, tags } of customers) {
    const last = new Map(crossings.map((crossing) => [keptKey(crossing.kept), crossing]))
    for (const crossing of last.values()) writeEnd(into, crossing, state.view.customer.id, tags)
  }
}

function record(
  into: Draft,
  { kept, entered, at }: Crossing,
  { state, cause }: CustomerCrossings,
  stamp: Stamp,
): void {
  const customerId = state.view.customer.id
  const crossed = { cause, stillHolds: belongs(state, kept) === entered }
  if (kept.kind === 'tag') {
    into.event(
      entered ? 'tag.assigned' : 'tag.unassigned',
      { tag: kept.id, by: 'rule', ...crossed },
      { customerId, at },
    )
    return
  }
  into.event(
    entered ? 'segment.entered' : 'segment.left',
    { segment: kept.id, ...crossed },
    { customerId, at },
  )
  into.count('segment', kept.id, entered ? 1 : -1)
  into.insert('segmentChanges', {
    id: stamp.newId(),
    segmentId: kept.id,
    customerId,
    entered: entered ? 1 : 0,
    occurredAt: at,
    recordedAt: stamp.now,
    cause,
  })
}

/** The membership after the last of several crossings. */
function writeEnd(
  into: Draft,
  { kept: { kind, id }, entered, at }: Crossing,
  customerId: string,
  tags: readonly TagMemberRow[],
): void {
  if (kind === 'tag') {
    const known = tags.find(({ tagId }) => tagId === id)
    setRuleTag(into, known, { tagId: id, customerId }, entered ? at : null)
  } else if (entered) into.put('segmentMembers', { segmentId: id, customerId, since: at })
  else into.remove('segmentMembers', [id, customerId])
}

import type { ConsentChannel } from '../../domain/consents/rows.ts'
import type { MessageForm, SendPurpose, SendReason, SendRow } from '../../domain/messages/rows.ts'
import { claimHolds } from '../../domain/messages/send.ts'
import { readCursorByTime, writeCursor } from '../customers/cursor.ts'
import type { Page } from '../customers/list.ts'
import type { UnresolvedInput } from '../input/send.ts'
import type { UnitOfWork } from '../unit-of-work.ts'

/** A send of which nobody knows whether it left. */
export interface UnresolvedSend {
  /** What the platform's statuses repeat. */
  readonly id: string
  readonly customer: string
  readonly channel: ConsentChannel
  readonly businessNumber: string
  readonly form: MessageForm
  readonly purpose: SendPurpose
  readonly reference: string | null
  readonly claimedAt: Date
  /** Why it is not known; `underWay` where no call said what became of it, perhaps because its process ended. */
  readonly reason: SendReason | 'underWay'
}

const list = 'unresolved sends'

/** Sends that are `unknown`, and those claimed that can no longer be about to begin; the oldest first. */
export async function unresolvedSends(
  { tx, stamp }: UnitOfWork,
  { limit = 50, after }: UnresolvedInput,
): Promise<Page<UnresolvedSend>> {
  const behind = after === undefined ? undefined : readCursorByTime(list, after)
  const rows = await tx.report('unresolvedSends', {
    claimedBefore: stamp.now - claimHolds,
    behind: behind === undefined ? null : { claimedAt: behind.at, id: behind.id },
    limit: limit + 1,
  })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const next =
    rows.length > limit && last !== undefined
      ? writeCursor(list, { id: last.id, value: last.claimedAt })
      : null
  return { rows: page.map(unresolvedOf), next }
}

function unresolvedOf(row: SendRow): UnresolvedSend {
  const { id, customerId, channel, businessNumber, form, purpose, reference, claimedAt } = row
  return {
    id,
    customer: customerId,
    channel,
    businessNumber,
    form,
    purpose,
    reference,
    claimedAt: new Date(claimedAt),
    reason: row.reason ?? 'underWay',
  }
}

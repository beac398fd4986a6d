import type { Draft } from '../../domain/change/draft.ts'
import type { InteractionRow } from '../../domain/interactions/rows.ts'
import type { MessageStatusRow } from '../../domain/messages/rows.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { actOnRefusal } from './act-on-refusal.ts'

/** Gives the statuses that waited for a message to the customer whom it went to. */
export async function claimStatuses(
  { tx }: UnitOfWork,
  into: Draft,
  messageId: string,
  customerId: string,
): Promise<MessageStatusRow | undefined> {
  const [row] = await tx.get('messageStatuses', [[messageId]])
  if (row === undefined) return undefined
  const claimed = { ...row, customerId }
  into.put('messageStatuses', claimed)
  return claimed
}

/** Does what the platform asks for of a message that did not arrive, now that both are written. */
export async function actOnStatus(
  unit: UnitOfWork,
  { act, errorCode }: MessageStatusRow,
  message: Pick<InteractionRow, 'customerId' | 'channel' | 'businessNumber' | 'at'>,
): Promise<void> {
  await actOnRefusal(unit, {
    customerId: message.customerId,
    channel: message.channel,
    businessNumber: message.businessNumber ?? '',
    at: message.at,
    code: errorCode === null ? null : String(errorCode),
    act,
  })
}

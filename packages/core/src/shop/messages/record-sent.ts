import type { SendRow } from '../../domain/messages/rows.ts'
import { ended } from '../../domain/messages/send.ts'
import { record } from '../interactions/record.ts'
import type { UnitOfWork } from '../unit-of-work.ts'

/**
 * Writes that the platform has the message of a send: what is known of the send, and the message itself as
 * `interactions.record` would, unless an echo or a bridge told of it before.
 */
export async function recordSent(
  unit: UnitOfWork,
  send: SendRow,
  messageId: string,
): Promise<SendRow> {
  const row = ended(send, { state: 'accepted', messageId }, unit.stamp.now)
  const into = unit.draft()
  into.put('sends', row)
  await unit.write(into)
  const [known] = await unit.tx.get('onceKeys', [['message', messageId]])
  if (known !== undefined) return row
  await record(unit, {
    customer: send.customerId,
    kind: 'chat',
    channel: send.channel,
    direction: 'outbound',
    at: new Date(send.claimedAt),
    businessNumber: send.businessNumber,
    reference: messageId,
  })
  return row
}

import type { SendRow } from '../../domain/messages/rows.ts'
import { neverLeft, resolved } from '../../domain/messages/send.ts'
import { findHeld } from '../find-held.ts'
import type { ResolveSendInput } from '../input/send.ts'
import { notFound } from '../not-found.ts'
import type { UnitOfWork } from '../unit-of-work.ts'

/** What is known of a send once a person has said what became of it. */
export interface SendResolution {
  readonly id: string
  readonly customer: string
  readonly sent: boolean
  /** `channel` where the channel or the platform had told: that stands, whatever a person says. */
  readonly by: 'person' | 'channel'
}

/**
 * Closes a send of which nobody knows whether it left, by the word of a person, who may say otherwise
 * later. What the channel or the platform told stands, and what it tells later goes before.
 */
export async function resolveSend(
  unit: UnitOfWork,
  id: string,
  { sent }: ResolveSendInput,
): Promise<SendResolution> {
  const send = await findHeld(unit, () => sendRow(unit, id))
  const { customerId: customer } = send
  if (send.state === 'accepted' || neverLeft(send)) {
    return { id, customer, sent: send.state === 'accepted', by: 'channel' }
  }
  const resolution = sent ? 'sent' : 'notSent'
  if (send.resolution !== resolution) {
    const into = unit.draft()
    into.put('sends', resolved(send, resolution))
    into.event('send.resolved', { send: id, sent }, { customerId: customer })
    await unit.write(into)
  }
  return { id, customer, sent, by: 'person' }
}

async function sendRow({ tx }: UnitOfWork, id: string): Promise<SendRow> {
  const [send] = await tx.get('sends', [[id]])
  if (send === undefined) throw notFound('MESSAGE_NOT_FOUND', 'send', 'send')
  return send
}

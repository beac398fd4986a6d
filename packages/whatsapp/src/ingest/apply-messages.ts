import type { MessageContent } from '../events/content.ts'
import type { CallEvent, EchoEvent, HistoryMessageEvent, MessageEvent } from '../events/event.ts'
import { keptId } from '../kept.ts'
import { draftOrder } from './apply-order.ts'
import { complete } from './customers.ts'
import type { Ingestion } from './ingestion.ts'
import { acquiredBy, recordFor } from './interactions.ts'

/** What opens no window: as a precaution also what this package does not know. */
const opensNoWindow: readonly MessageContent['type'][] = [
  'reaction',
  'system',
  'unsupported',
  'unknown',
]

/** Somebody wrote. */
export async function applyMessage(ingestion: Ingestion, event: MessageEvent): Promise<boolean> {
  const { content, from, place, context, id, at, number } = event
  // WhatsApp says it, and not the person.
  if (content.type === 'system') return false
  const acquired = acquiredBy(event.referral, event.at, ingestion)
  const interaction = {
    kind: 'chat',
    direction: 'inbound',
    at,
    businessNumber: number.id,
    product: keptId(context?.product?.product, 200),
    reference: id,
    opensWindow: !opensNoWindow.includes(content.type),
  } as const
  const customer = await recordFor(ingestion, from, interaction, place, acquired)
  if (customer !== undefined) await complete(ingestion, customer, from, at, acquired)
  if (content.type === 'order') await draftOrder(ingestion, event, content, customer)
  return true
}

/** The shop wrote, from the app: that extends no window. */
export async function applyEcho(ingestion: Ingestion, event: EchoEvent): Promise<boolean> {
  const { to, place, id, at, number } = event
  const interaction = {
    kind: 'chat',
    direction: 'outbound',
    at,
    businessNumber: number.id,
    reference: id,
  } as const
  const customer = await recordFor(ingestion, to, interaction, place)
  if (customer !== undefined) await complete(ingestion, customer, to, at)
  return true
}

/** What was written before the number was connected: whether that opened a window, nobody says. */
export async function applyHistoryMessage(
  ingestion: Ingestion,
  event: HistoryMessageEvent,
): Promise<boolean> {
  const { person, place, id, at, number, direction, content } = event
  if (content.type === 'system') return false
  const interaction = {
    kind: 'chat',
    direction,
    at,
    businessNumber: number.id,
    reference: id,
    opensWindow: false,
  } as const
  const customer = await recordFor(ingestion, person, interaction, place)
  if (customer !== undefined) await complete(ingestion, customer, person, at)
  return true
}

/** A call, when it begins: how it ended is no interaction of its own. */
export async function applyCall(ingestion: Ingestion, event: CallEvent): Promise<boolean> {
  const { person, place, id, at, number, direction } = event
  if (event.event !== 'connect') return false
  const interaction = {
    kind: 'call',
    direction,
    at,
    businessNumber: number.id,
    reference: id,
  } as const
  const customer = await recordFor(ingestion, person, interaction, place)
  if (customer !== undefined) await complete(ingestion, customer, person, at)
  return true
}

import { isLanggananError, type OrderDraftInput } from '@langganan/core'
import type { OrderContent } from '../events/content.ts'
import type { MessageEvent } from '../events/event.ts'
import { findCustomer } from './customers.ts'
import type { Ingestion } from './ingestion.ts'

/**
 * Keeps an order that a message places, as it was placed, until a person confirms it. By the message's own
 * id it is kept once.
 *
 * @param customer whose message it is, where that was recorded just now
 */
export async function draftOrder(
  ingestion: Ingestion,
  { id, at, from, number }: MessageEvent,
  { text, items }: OrderContent,
  customer: string | undefined,
): Promise<void> {
  const orderer = customer ?? (await findCustomer(ingestion, from, at))?.id
  if (orderer === undefined || items.length === 0) return
  await record(ingestion, {
    customer: orderer,
    at,
    businessNumber: number.id,
    reference: id,
    note: text,
    lines: items,
  })
}

async function record(ingestion: Ingestion, input: OrderDraftInput): Promise<void> {
  try {
    await ingestion.shop.drafts.record(input)
  } catch (error) {
    if (isLanggananError(error, 'TIME_IN_FUTURE')) {
      const { at, ...now } = input
      await record(ingestion, now)
      // It was told before: when its time lay ahead, or of somebody whose number has changed since.
    } else if (!isLanggananError(error, 'IDEMPOTENCY_CONFLICT')) throw error
  }
}

import { type DraftLineInput, isLanggananError, type OrderDraftInput } from '@langganan/core'
import type { OrderContent, OrderItem } from '../events/content.ts'
import type { MessageEvent } from '../events/event.ts'
import { keptId, keptText } from '../kept.ts'
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
    note: keptText(text, 2_000),
    lines: linesOf(items),
  })
}

const mostLines = 1_000

/** The lines as a shop keeps them; where some are left out, the last one says so and is in doubt. */
function linesOf(items: readonly OrderItem[]): readonly DraftLineInput[] {
  if (items.length <= mostLines) return items.map(lineOf)
  const kept = items.slice(0, mostLines - 1)
  const others = { product: `${items.length - kept.length} more lines`, quantity: 0 }
  return [...kept.map(lineOf), others]
}

/** A line whose product cannot be kept as it was told has no price, and so is in doubt. */
function lineOf({ product, quantity, price, currency }: OrderItem): DraftLineInput {
  const told = keptId(product, 200)
  return {
    product: told ?? keptText(product, 200) ?? '?',
    quantity,
    price: told === null ? null : keptId(price, 64),
    currency: keptId(currency, 10),
  }
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

import { isLanggananError, type MessageStatusInput } from '@langganan/core'
import type { StatusEvent } from '../events/event.ts'
import type { Ingestion } from './ingestion.ts'

/** How far a message of the shop has come; it moves forward only, and waits for a message not recorded yet. */
export async function applyStatus(ingestion: Ingestion, event: StatusEvent): Promise<boolean> {
  const { messageId, status, at, errors, pricing, callbackData } = event
  await record(ingestion, {
    message: messageId,
    status,
    at,
    error: errors[0]?.code ?? null,
    pricing:
      pricing === null
        ? null
        : {
            billable: pricing.isBillable,
            model: pricing.model,
            type: pricing.type,
            category: pricing.category,
          },
    callbackData,
  })
  return true
}

async function record(ingestion: Ingestion, input: MessageStatusInput): Promise<void> {
  try {
    await ingestion.shop.messages.recordStatus(input)
  } catch (error) {
    if (!isLanggananError(error, 'TIME_IN_FUTURE')) throw error
    const { at, ...now } = input
    await record(ingestion, now)
  }
}

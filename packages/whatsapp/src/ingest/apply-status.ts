import { isLanggananError, type MessageStatusInput } from '@langganan/core'
import type { StatusEvent } from '../events/event.ts'
import { actOn } from '../outbound/errors/platform-codes.ts'
import type { Ingestion } from './ingestion.ts'

/**
 * How far a message of the shop has come; it moves forward only, and waits for a message not recorded yet.
 * One that failed says by its code what the shop has to do.
 */
export async function applyStatus(ingestion: Ingestion, event: StatusEvent): Promise<boolean> {
  const { messageId, status, at, errors, pricing, callbackData } = event
  const code = errors[0]?.code ?? null
  await record(ingestion, {
    message: messageId,
    status,
    at,
    error: code,
    act: status === 'failed' && code !== null ? actOn(code) : null,
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

import { isLanggananError, type MessageStatusInput } from '@langganan/core'
import type { PlatformError } from '../events/content.ts'
import type { StatusEvent } from '../events/event.ts'
import { keptId, keptText } from '../kept.ts'
import { actOn } from '../outbound/errors/platform-codes.ts'
import type { Ingestion } from './ingestion.ts'

/**
 * How far a message of the shop has come; it moves forward only, and waits for a message not recorded yet.
 * One that failed says by its code what the shop has to do.
 */
export async function applyStatus(ingestion: Ingestion, event: StatusEvent): Promise<boolean> {
  const { messageId, status, at, errors, pricing, callbackData } = event
  const code = codeOf(errors)
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
            model: keptText(pricing.model, 100),
            type: keptText(pricing.type, 100),
            category: keptText(pricing.category, 100),
          },
    callbackData: keptId(callbackData, 1_000),
  })
  return true
}

/** The first code that says what to do; failing that, the first. */
function codeOf(errors: readonly PlatformError[]): number | null {
  const codes = errors.map(({ code }) => code).filter(isCode)
  return codes.find((code) => actOn(code) !== 'lookUp') ?? codes[0] ?? null
}

function isCode(code: number | null): code is number {
  return Number.isSafeInteger(code)
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

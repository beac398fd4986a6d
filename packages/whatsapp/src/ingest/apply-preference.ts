import { type ConsentInput, isLanggananError } from '@langganan/core'
import type { PreferenceEvent } from '../events/event.ts'
import { complete, everyCustomerOf, findOrAdd } from './customers.ts'
import type { Ingestion } from './ingestion.ts'

/**
 * Somebody stopped marketing messages or wants them again: a decision about marketing on WhatsApp, and no
 * interaction. Who is not known yet becomes a customer, for the decision must be kept. Of somebody whom the
 * shop knows as several customers all stopped, for the person did; one alone wants them again.
 */
export async function applyPreference(
  ingestion: Ingestion,
  { person, value, at, place }: PreferenceEvent,
): Promise<boolean> {
  const { id } = await findOrAdd(ingestion, person, place, at)
  await complete(ingestion, id, person, at)
  const others = value === 'stop' ? await everyCustomerOf(ingestion, person, at) : []
  for (const customer of new Set([id, ...others])) {
    await record(ingestion, {
      customer,
      purpose: 'marketing',
      channel: 'whatsapp',
      decision: value === 'stop' ? 'withdrawn' : 'granted',
      at,
      proof: `WhatsApp user_preferences: ${value}`,
      // WhatsApp gives these no id.
      eventId: `whatsapp ${customer} ${at.getTime()} ${value}`,
    })
  }
  return true
}

async function record(ingestion: Ingestion, input: ConsentInput): Promise<void> {
  try {
    await ingestion.shop.consents.record(input)
  } catch (error) {
    if (isLanggananError(error, 'TIME_IN_FUTURE')) {
      const { at, ...now } = input
      await record(ingestion, now)
    } else if (!isLanggananError(error, 'IDEMPOTENCY_CONFLICT')) throw error
  }
}

import type { Shop } from '@langganan/core'
import type { ChatEvent, WhatsAppEvent } from '../events/event.ts'
import type { IngestOptions } from '../ingest/ingestion.ts'
import { takeEvents } from '../ingest/take-events.ts'
import { parse } from '../parse/parse.ts'

/** Whether all that an envelope says is known and in the shop now. */
export async function retryWebhook(
  shop: Shop,
  envelope: unknown,
  options: IngestOptions,
): Promise<boolean> {
  const { events, unknown, rejected } = parse(envelope)
  if (unknown.length + rejected.length > 0) return false
  const { ingested, failure } = await takeEvents(shop, events.filter(isOfNumber), options)
  if (failure !== undefined) throw failure.error
  return ingested.refused.length === 0
}

function isOfNumber(event: WhatsAppEvent): event is ChatEvent {
  return 'number' in event
}

import type { Shop } from '@langganan/core'
import { keepLetters, refusedLetters } from '../dead-letters/dead-letters-of.ts'
import type { ChatEvent } from '../events/event.ts'
import type { IngestOptions } from './ingestion.ts'
import { type Ingested, takeEvents } from './take-events.ts'

/** Where the events were read. */
export interface IngestedFrom {
  /**
   * The JSON that `parse` read the events of. With it, what the shop refuses is kept in its `deadLetters`;
   * without it, the answer alone has it, for an event cannot be read again by itself.
   */
  readonly envelope?: unknown
}

/**
 * Takes events into a shop, one after the other: in any order, any number of times, by several workers.
 *
 * An event that the shop refuses is a dead letter, and the others go on. A storage that fails ends it: what
 * was taken in stays, and all of it can be given again.
 *
 * @throws LanggananError `STORAGE_FAILED` and other errors that are no event's fault
 * @example
 * ```ts
 * const { refused, conflicts } = await ingest(shop, events, { envelope })
 * ```
 */
export async function ingest(
  shop: Shop,
  events: readonly ChatEvent[],
  { envelope, ...options }: IngestOptions & IngestedFrom = {},
): Promise<Ingested> {
  const { ingested, failure } = await takeEvents(shop, events, options)
  if (envelope !== undefined) await keepLetters(shop, refusedLetters(envelope, ingested.refused))
  if (failure !== undefined) throw failure.error
  return ingested
}

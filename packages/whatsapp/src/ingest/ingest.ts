import { isLanggananError, type LanggananError, type Shop } from '@langganan/core'
import type { ChatEvent } from '../events/event.ts'
import { applyEvent } from './apply-event.ts'
import type { IdentityConflict, Ingestion, IngestOptions } from './ingestion.ts'

/** What became of a list of events. */
export interface Ingested {
  /** How many are in the shop now, those that were there before included. */
  readonly applied: number
  /** How many have nothing that a shop keeps. */
  readonly passedOver: number
  /** Those that the shop refused, each by itself. */
  readonly refused: readonly Refused[]
  /** Also kept: `shop.conflicts.list` has those that nobody has looked at. */
  readonly conflicts: readonly IdentityConflict[]
}

export interface Refused {
  readonly event: ChatEvent
  readonly error: LanggananError
}

/**
 * Takes events into a shop, one after the other: in any order, any number of times, by several workers.
 *
 * An event that the shop refuses is set aside and the others go on. A storage that fails ends it: what was
 * taken in stays, and all of it can be given again.
 *
 * @throws LanggananError `STORAGE_FAILED` and other errors that are no event's fault
 * @example
 * ```ts
 * const { refused, conflicts } = await ingest(shop, events)
 * ```
 */
export async function ingest(
  shop: Shop,
  events: readonly ChatEvent[],
  options: IngestOptions = {},
): Promise<Ingested> {
  const conflicts = new Map<string, IdentityConflict>()
  const refused: Refused[] = []
  let applied = 0
  let passedOver = 0
  const ingestion: Ingestion = {
    shop,
    options,
    async conflict(customers, place) {
      const key = [...customers].sort().join(' ')
      if (conflicts.has(key)) return
      conflicts.set(key, { customers, place })
      await shop.conflicts.record({ customers })
    },
  }
  for (const event of events) {
    try {
      if (await applyEvent(ingestion, event)) applied += 1
      else passedOver += 1
    } catch (error) {
      if (!isOfEvent(error)) throw error
      refused.push({ event, error })
    }
  }
  return { applied, passedOver, refused, conflicts: [...conflicts.values()] }
}

/** Whether the event itself is at fault, so that giving it again would not help. */
function isOfEvent(error: unknown): error is LanggananError {
  return (
    isLanggananError(error, 'INVALID_INPUT') ||
    isLanggananError(error, 'CUSTOMER_ALREADY_EXISTS') ||
    isLanggananError(error, 'CUSTOMER_NOT_FOUND') ||
    isLanggananError(error, 'INTERACTION_NOT_FOUND') ||
    isLanggananError(error, 'ORDER_DRAFT_NOT_FOUND') ||
    isLanggananError(error, 'IDEMPOTENCY_CONFLICT') ||
    isLanggananError(error, 'TIME_IN_FUTURE')
  )
}

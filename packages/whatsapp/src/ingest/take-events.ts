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

/** What became of events until they ended, or something failed that is no event's fault. */
export interface Taken {
  readonly ingested: Ingested
  readonly failure: { readonly error: unknown } | undefined
}

/** Takes events into a shop, one after the other, and keeps nothing of those that it refuses. */
export async function takeEvents(
  shop: Shop,
  events: readonly ChatEvent[],
  options: IngestOptions,
): Promise<Taken> {
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
  let failure: Taken['failure']
  for (const event of events) {
    try {
      if (await applyEvent(ingestion, event)) applied += 1
      else passedOver += 1
    } catch (error) {
      if (isOfEvent(error)) refused.push({ event, error })
      else failure = { error }
    }
    if (failure !== undefined) break
  }
  const ingested = { applied, passedOver, refused, conflicts: [...conflicts.values()] }
  return { ingested, failure }
}

/** Whether the event itself is at fault, so that giving it again at once would not help. */
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

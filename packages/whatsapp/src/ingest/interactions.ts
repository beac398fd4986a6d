import { type InteractionInput, isLanggananError, type RecordedInteraction } from '@langganan/core'
import type { Referral } from '../events/event.ts'
import type { Person } from '../events/person.ts'
import { keptId, keptText } from '../kept.ts'
import { byNumberInConflict } from './by-number-in-conflict.ts'
import type { Attribution, Ingestion } from './ingestion.ts'
import { nameOf } from './names.ts'

/** An interaction of somebody whom an event describes. */
export type TaggedInteraction = Omit<InteractionInput, 'customer' | 'at' | 'reference'> & {
  readonly at: Date
  readonly reference: string
}

/**
 * Records an interaction; its customer is found by any identity, or added. The message's own id makes sure
 * that it is recorded once.
 *
 * @returns the customer's id; undefined where the message is in the shop already, told in other words
 */
export async function recordFor(
  ingestion: Ingestion,
  person: Person,
  interaction: TaggedInteraction,
  place: string,
  attribution: Acquired = {},
): Promise<string | undefined> {
  // Also where the shop wrote first: which of the two is known first is chance.
  const given = {
    ...nameOf(person, interaction.at),
    acquisition: 'inbound',
    ...attribution,
  } as const
  const recorded = await byNumberInConflict(ingestion, person, place, (identities) =>
    record(ingestion, { ...interaction, customer: { ...given, ...identities } }),
  )
  return recorded?.customer
}

/** How somebody came, as a customer keeps it. */
export interface Acquired extends Attribution {
  readonly adClickId?: string | null
  readonly sourceToldAt?: Date
}

export function acquiredBy(referral: Referral | null, at: Date, { options }: Ingestion): Acquired {
  if (referral === null) return {}
  const { sourceType, sourceId, clickId } = referral
  const { attribution = () => ({ source: sourceType, campaign: keptId(sourceId, 200) }) } = options
  const { source, campaign } = attribution(referral) ?? {}
  const said = {
    source: keptText(source, 200),
    campaign: keptText(campaign, 200),
    adClickId: keptId(clickId, 500),
  }
  const told = Object.entries(said).filter(([, value]) => value !== null)
  return told.length === 0 ? {} : { ...Object.fromEntries(told), sourceToldAt: at }
}

async function record(
  ingestion: Ingestion,
  input: InteractionInput,
): Promise<RecordedInteraction | undefined> {
  try {
    return await ingestion.shop.interactions.record(input)
  } catch (error) {
    // A message from a phone whose clock is ahead is one of now.
    if (isLanggananError(error, 'TIME_IN_FUTURE')) {
      const { at, ...now } = input
      return record(ingestion, now)
    }
    // The same message was told before: in a history, by an echo, or when its time lay ahead.
    if (isLanggananError(error, 'IDEMPOTENCY_CONFLICT')) return undefined
    throw error
  }
}

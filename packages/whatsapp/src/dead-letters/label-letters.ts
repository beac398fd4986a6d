import {
  type DeadLetterInput,
  isLanggananError,
  type Shop,
  type ToldOfLabels,
} from '@langganan/core'
import { z } from 'zod'
import type { ReadLabels, RejectedLabel } from '../labels/read-labels.ts'
import { payloadText } from './payload-text.ts'

/** What the shop's dead letters call payloads of label bridges. */
export const sourceOfLabels = 'labels'

/** By what the shop calls a bridge. */
export type LabelReaders = Readonly<Record<string, (payload: unknown) => ReadLabels>>

/** What a bridge sent, and as what it was given to the shop. */
interface Bridged {
  readonly source: string
  readonly by?: string | undefined
  readonly payload?: unknown
}

const bridged: z.ZodType<Bridged> = z.object({
  source: z.string(),
  by: z.string().optional(),
  payload: z.unknown(),
})

/** A payload of a bridge that holds what could not be read, or what the shop refused. */
export function labelLetter(
  kind: DeadLetterInput['kind'],
  { place, reason }: RejectedLabel,
  from: Bridged,
): DeadLetterInput {
  const where = place === '' ? null : place
  return { source: sourceOfLabels, kind, place: where, reason, payload: payloadText(from) }
}

/**
 * Whether all that a bridge's payload says is in the shop now. What carries no time is not told again: it
 * would stand above whatever was told since, and a full list puts it right.
 */
export async function retryLabels(
  shop: Pick<Shop, 'labels'>,
  letter: unknown,
  readers: LabelReaders,
): Promise<boolean> {
  const { source, by, payload } = bridged.parse(letter)
  const read = Object.hasOwn(readers, source) ? readers[source]?.(payload) : undefined
  if (read === undefined || read.rejected.length > 0 || !read.events.every(isTimed)) return false
  if (read.events.length === 0) return true
  try {
    await shop.labels.hear({ source, events: read.events, by })
    return true
  } catch (error) {
    if (isLanggananError(error, 'INVALID_INPUT')) return false
    throw error
  }
}

function isTimed(event: ToldOfLabels): boolean {
  return event.told !== 'lid' && event.at != null
}

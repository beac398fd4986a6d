import {
  isLanggananError,
  type LabelConflict,
  type LabelsHeard,
  type Shop,
  type ToldOfLabels,
} from '@langganan/core'
import type { IgnoredLabels, ReadLabels, RejectedLabel } from './read-labels.ts'
import type { ReadSnapshot } from './snapshot.ts'

/** What a payload came to in the shop. */
export interface IngestedLabels extends LabelsHeard {
  readonly ignored: IgnoredLabels
  readonly rejected: readonly RejectedLabel[]
}

export interface IngestOptions {
  /** Whose session it is, where one person uses it: no source says who acted. */
  readonly by?: string | undefined
}

/** What of a shop labels go into. */
export type LabelShop = Pick<Shop, 'labels'>

/**
 * Records what a source told of labels, in one transaction. What the shop cannot take is set aside as
 * rejected, and the rest goes through.
 *
 * @param source what the shop calls the source; labels of two sources are two labels
 */
export async function ingestLabels(
  shop: LabelShop,
  source: string,
  { events, ignored, rejected }: ReadLabels,
  { by }: IngestOptions = {},
): Promise<IngestedLabels> {
  const aside: RejectedLabel[] = [...rejected]
  let rest: readonly ToldOfLabels[] = events
  for (;;) {
    if (rest.length === 0) return { ...nothingHeard, ignored, rejected: aside }
    try {
      const heard = await shop.labels.hear({
        source,
        events: rest,
        ...(by === undefined ? {} : { by }),
      })
      return { ...heard, ignored, rejected: aside }
    } catch (error) {
      const place = refusedPlace(error)
      if (place === undefined) throw error
      aside.push({ place: place.field, reason: 'the shop cannot take it' })
      rest = rest.filter((_, i) => i !== place.index)
    }
  }
}

/**
 * Compares a full list with what the shop keeps, and records the differences. A list that could not be
 * read whole changes nothing.
 */
export async function reconcileLabels(
  shop: LabelShop,
  source: string,
  { list, ignored, rejected }: ReadSnapshot,
): Promise<IngestedLabels> {
  const heard = list === undefined ? nothingHeard : await shop.labels.reconcile({ source, ...list })
  return { ...heard, ignored, rejected }
}

const conflicts: readonly LabelConflict[] = []

const nothingHeard: LabelsHeard = {
  recorded: 0,
  unchanged: 0,
  waiting: 0,
  labelsEdited: 0,
  customersAdded: 0,
  conflicts,
}

/** Which event the shop refused. */
function refusedPlace(
  error: unknown,
): { readonly field: string; readonly index: number } | undefined {
  if (!isLanggananError(error, 'INVALID_INPUT')) return undefined
  const [, index] = /^events\[(\d+)\]/.exec(error.field ?? '') ?? []
  return index === undefined ? undefined : { field: error.field ?? '', index: Number(index) }
}

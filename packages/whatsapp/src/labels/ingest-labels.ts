import {
  isLanggananError,
  type LabelConflict,
  type LabelsHeard,
  type LabelsToldInput,
  type Shop,
} from '@langganan/core'
import { labelLetter } from '../dead-letters/label-letters.ts'
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
export type LabelShop = Pick<Shop, 'labels' | 'deadLetters'>

/**
 * Records what a source told of labels, in one transaction for each 10,000 events. What cannot be read, and
 * what the shop cannot take, goes to its `deadLetters` with the payload around it, whatever else fails, and
 * the rest goes through.
 *
 * @param source what the shop calls the source; labels of two sources are two labels
 */
export async function ingestLabels(
  shop: LabelShop,
  source: string,
  { events, ignored, rejected, payload }: ReadLabels,
  { by }: IngestOptions = {},
): Promise<IngestedLabels> {
  const refused: RejectedLabel[] = []
  try {
    const heard = await hearAllBut(refused, shop, { source, events, by })
    return { ...heard, ignored, rejected: [...rejected, ...refused] }
  } finally {
    const kind = rejected.length > 0 ? 'rejected' : 'refused'
    const [first] = [...rejected, ...refused]
    if (first !== undefined)
      await shop.deadLetters.record(labelLetter(kind, first, { source, by, payload }))
  }
}

/** As many events as a shop hears at once. */
const most = 10_000

/** Hears all events but those that the shop refuses. */
async function hearAllBut(
  refused: RejectedLabel[],
  shop: LabelShop,
  told: LabelsToldInput,
): Promise<LabelsHeard> {
  let heard = nothingHeard
  for (let from = 0; from < told.events.length; from += most) {
    const events = told.events.slice(from, from + most)
    heard = sumOf(heard, await hearSome(refused, shop, { ...told, events }, from))
  }
  return heard
}

/**
 * Hears events, and those that the shop refuses one after the other less.
 *
 * @param from the index that the first of them has in the payload
 */
async function hearSome(
  refused: RejectedLabel[],
  shop: LabelShop,
  told: LabelsToldInput,
  from: number,
): Promise<LabelsHeard> {
  let rest = told.events.map((event, i) => ({ event, index: from + i }))
  const inPayload = (place: string): string =>
    place.replace(/^events\[(\d+)\]/, (_, i) => `events[${rest[Number(i)]?.index ?? i}]`)
  while (rest.length > 0) {
    try {
      const heard = await shop.labels.hear({ ...told, events: rest.map(({ event }) => event) })
      const conflicts = heard.conflicts.map((each) => ({ ...each, place: inPayload(each.place) }))
      return { ...heard, conflicts }
    } catch (error) {
      const place = refusedPlace(error)
      if (place === undefined) throw error
      refused.push({ place: inPayload(place.field), reason: 'the shop cannot take it' })
      rest = rest.filter((_, i) => i !== place.index)
    }
  }
  return nothingHeard
}

function sumOf(a: LabelsHeard, b: LabelsHeard): LabelsHeard {
  return {
    recorded: a.recorded + b.recorded,
    unchanged: a.unchanged + b.unchanged,
    waiting: a.waiting + b.waiting,
    labelsEdited: a.labelsEdited + b.labelsEdited,
    customersAdded: a.customersAdded + b.customersAdded,
    conflicts: [...a.conflicts, ...b.conflicts],
  }
}

/**
 * Compares a full list with what the shop keeps, and records the differences. A list that could not be
 * read whole changes nothing, and is kept nowhere: the next one says it all again.
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

import type { DeadLetterInput, Shop } from '@langganan/core'
import { keepLetters, refusedLetters } from '../dead-letters/dead-letters-of.ts'
import { groupedBy } from '../grouped.ts'
import { type Ingested, takeEvents } from '../ingest/take-events.ts'
import { type Parsed, parse } from '../parse/parse.ts'
import { type Batch, batchesOf } from './batches.ts'
import type { CheckedOptions, WebhookOptions } from './options.ts'
import type { WebhookReport } from './report.ts'

type Counts = Omit<WebhookReport, 'outcome' | 'status' | 'error'>

/** What an envelope came to, and what failed at some shops. */
export interface TakenIn {
  readonly counts: Counts
  readonly failures: readonly unknown[]
}

/** What was taken in so far. */
interface Tally {
  readonly taken: Ingested[]
  readonly letters: DeadLetterInput[]
  readonly unknownNumbers: Map<string, number>
  kept: number
}

/**
 * Reads an envelope and gives each shop its events; undefined for a webhook of another product. What is
 * dead is kept whatever else fails, and one shop that fails keeps nothing from the others.
 */
export async function takeIn(
  envelope: unknown,
  { shopOf }: CheckedOptions,
  options: WebhookOptions,
): Promise<TakenIn | undefined> {
  const parsed = parse(envelope)
  if (!parsed.isWhatsApp) return undefined
  const tally: Tally = { taken: [], letters: [], unknownNumbers: new Map(), kept: 0 }
  const failures: unknown[] = []
  for (const [number, batch] of batchesOf(envelope, parsed)) {
    try {
      const shop = await shopOf(number)
      if (shop === undefined) passOver(number, batch, tally)
      else await takeBatch(shop, batch, { envelope, tally, options })
    } catch (error) {
      failures.push(error)
    }
  }
  try {
    if (tally.letters.length > 0) await options.onDeadLetters?.(tally.letters)
  } catch (error) {
    // What shops took in is told all the same.
    failures.push(error)
  }
  return { counts: countsOf(parsed, tally), failures }
}

/** Nothing of a number that is no shop's can be kept. */
function passOver(number: string | null, { events, letters }: Batch, tally: Tally): void {
  tally.letters.push(...letters)
  if (number !== null && events.length > 0) tally.unknownNumbers.set(number, events.length)
}

interface TakingIn {
  readonly envelope: unknown
  readonly tally: Tally
  readonly options: WebhookOptions
}

async function takeBatch(
  shop: Shop,
  { events, letters }: Batch,
  { envelope, tally, options }: TakingIn,
): Promise<void> {
  const { ingested, failure } = await takeEvents(shop, events, options)
  const dead = [...letters, ...refusedLetters(envelope, ingested.refused)]
  tally.taken.push(ingested)
  tally.letters.push(...dead)
  if (options.keepDeadLetters !== false) tally.kept += await keepLetters(shop, dead)
  if (failure !== undefined) throw failure.error
  if (events.length > 0) await options.onEvents?.(events, shop)
}

function countsOf(
  { events, unknown, rejected, ignored }: Parsed,
  { taken, unknownNumbers, kept }: Tally,
): Counts {
  const byType = groupedBy(events, ({ type }) => type)
  return {
    events: Object.fromEntries([...byType].map(([type, those]) => [type, those.length])),
    applied: sum(taken.map(({ applied }) => applied)),
    passedOver: sum(taken.map(({ passedOver }) => passedOver)),
    unknownNumbers: Object.fromEntries(unknownNumbers),
    ignored,
    unknown: unknown.map(({ what, name, place }) => ({ what, name, place })),
    rejected: rejected.map(({ place, reason }) => ({ place, reason })),
    refused: taken.flatMap(({ refused }) =>
      refused.map(({ event, error }) => ({ place: event.place, code: error.code })),
    ),
    deadLettersKept: kept,
    conflicts: sum(taken.map(({ conflicts }) => conflicts.length)),
  }
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, each) => total + each, 0)
}

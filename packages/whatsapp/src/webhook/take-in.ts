import type { Shop } from '@langganan/core'
import type { ChatEvent, WhatsAppEvent } from '../events/event.ts'
import { groupedBy } from '../grouped.ts'
import { type Ingested, ingest } from '../ingest/ingest.ts'
import { type Parsed, parse } from '../parse/parse.ts'
import type { CheckedOptions, WebhookOptions } from './options.ts'
import type { SetAside, WebhookReport } from './report.ts'

type Counts = Omit<WebhookReport, 'outcome' | 'status' | 'error'>

/** Reads an envelope and gives each shop its events; undefined for a webhook of another product. */
export async function takeIn(
  envelope: unknown,
  { shopFor }: CheckedOptions,
  options: WebhookOptions,
): Promise<Counts | undefined> {
  const parsed = parse(envelope)
  if (!parsed.isWhatsApp) return undefined
  const numbers = groupedBy(parsed.events.filter(isOfNumber), ({ number }) => number.id)
  const unknownNumbers: Record<string, number> = {}
  const taken: Ingested[] = []
  for (const [id, events] of numbers) {
    const shop = await shopFor(id)
    if (shop === undefined) unknownNumbers[id] = events.length
    else taken.push(await takenInBy(shop, events, options))
  }
  const aside = setAside(parsed, taken)
  if (aside.length > 0) await options.onSetAside?.(aside)
  return countsOf(parsed, taken, unknownNumbers)
}

async function takenInBy(
  shop: Shop,
  events: readonly ChatEvent[],
  options: WebhookOptions,
): Promise<Ingested> {
  const ingested = await ingest(shop, events, options)
  await options.onEvents?.(events, shop)
  return ingested
}

function isOfNumber(event: WhatsAppEvent): event is ChatEvent {
  return 'number' in event
}

function setAside({ unknown, rejected }: Parsed, taken: readonly Ingested[]): SetAside[] {
  return [
    ...unknown.map(({ what, name, place, raw }) => {
      return { kind: 'unknown' as const, place, reason: `${what} ${name}`, raw }
    }),
    ...rejected.map((item) => ({ kind: 'rejected' as const, ...item })),
    ...taken.flatMap(({ refused }) =>
      refused.map(({ event: { place, raw }, error }) => {
        return { kind: 'refused' as const, place, reason: error.code, raw }
      }),
    ),
  ]
}

function countsOf(
  { events, unknown, rejected, ignored }: Parsed,
  taken: readonly Ingested[],
  unknownNumbers: Readonly<Record<string, number>>,
): Counts {
  const byType = groupedBy(events, ({ type }) => type)
  return {
    events: Object.fromEntries([...byType].map(([type, those]) => [type, those.length])),
    applied: sum(taken.map(({ applied }) => applied)),
    passedOver: sum(taken.map(({ passedOver }) => passedOver)),
    unknownNumbers,
    ignored,
    unknown: unknown.map(({ what, name, place }) => ({ what, name, place })),
    rejected: rejected.map(({ place, reason }) => ({ place, reason })),
    refused: taken.flatMap(({ refused }) =>
      refused.map(({ event, error }) => ({ place: event.place, code: error.code })),
    ),
    conflicts: sum(taken.map(({ conflicts }) => conflicts.length)),
  }
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, each) => total + each, 0)
}

import { isLanggananError, type Shop } from '@langganan/core'
import type { Storage } from '@langganan/core/storage'
import { type ChatEvent, ingest, parse } from '@langganan/whatsapp'
import { now, openTheShop } from './shop.ts'

/** What one worker saw of its share that should not be there. */
export interface TakenIn {
  readonly refused: number
  readonly conflicts: number
  /** Messages whose status was told to be further than it was afterwards. */
  readonly wentBack: readonly string[]
}

/** Takes webhooks into the shop, so many at once, and looks at the messages that each batch tells of. */
export async function takeIn(
  storage: Storage,
  { webhooks, batch }: { readonly webhooks: readonly unknown[]; readonly batch: number },
): Promise<TakenIn> {
  const shop = await openTheShop(storage, () => now)
  let [refused, conflicts] = [0, 0]
  const wentBack: string[] = []
  for (let at = 0; at < webhooks.length; at += batch) {
    const events = eventsIn(webhooks.slice(at, at + batch))
    const told = messagesToldOf(events)
    const before = await reached(shop, told)
    const ingested = await ingest(shop, events)
    const after = await reached(shop, told)
    refused += ingested.refused.length
    conflicts += ingested.conflicts.length
    wentBack.push(...told.filter((_, i) => (after[i] ?? 0) < (before[i] ?? 0)))
  }
  return { refused, conflicts, wentBack }
}

/** What a shop takes in of webhooks. */
export function eventsIn(webhooks: readonly unknown[]): readonly ChatEvent[] {
  return webhooks
    .flatMap((webhook) => parse(webhook).events)
    .filter((event): event is ChatEvent => 'number' in event)
}

/** The messages of the shop whose statuses are among the events, each once. */
export function messagesToldOf(events: readonly ChatEvent[]): readonly string[] {
  const told = events.flatMap((event) => (event.type === 'status' ? [event.messageId] : []))
  return [...new Set(told)]
}

/** How far a message has come, for law 13: never back. */
const ranks = ['unknown', 'sent', 'failed', 'delivered', 'read', 'played']

async function reached(shop: Shop, messages: readonly string[]): Promise<readonly number[]> {
  return Promise.all(messages.map(async (id) => ranks.indexOf(await statusOf(shop, id))))
}

async function statusOf(shop: Shop, message: string): Promise<string> {
  try {
    return (await shop.messages.get(message)).status
  } catch (error) {
    if (isLanggananError(error, 'MESSAGE_NOT_FOUND')) return 'unknown'
    throw error
  }
}

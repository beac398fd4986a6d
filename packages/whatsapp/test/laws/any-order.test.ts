import { isLanggananError, type Shop } from '@langganan/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ChatEvent, ingest } from '../../src/index.ts'
import { newShop, storages } from '../support/shops.ts'
import { happenings } from './happenings.ts'
import { stateOf } from './state-of.ts'

const isLong = process.env.LANGGANAN_LONG === '1'
const seed = process.env.LANGGANAN_SEED
const events = isLong ? 10_000 : 100
const workers = 4

/** Events shuffled, and each of them 1 to 5 times, by numbers drawn for it. */
const deliveries = fc.record({
  events: happenings(events),
  times: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: events, maxLength: events }),
  order: fc.array(fc.nat(), { minLength: 5 * events, maxLength: 5 * events }),
  batch: fc.integer({ min: 1, max: 20 }),
})

describe.each(Object.keys(storages) as (keyof typeof storages)[])('law 13 on %s', (storage) => {
  test(`${events} events, each 1 to 5 times, in any order, by ${workers} workers`, async () => {
    await fc.assert(
      fc.asyncProperty(deliveries, async ({ events, times, order, batch }) => {
        const clean = await newShop(storage)
        expect(await ingest(clean, events)).toMatchObject({ refused: [], conflicts: [] })
        const delivered = events
          .flatMap((event, i) => Array.from({ length: times[i]! }, () => event))
          .map((event, i) => ({ event, place: order[i]! }))
          .sort((a, b) => a.place - b.place)
          .map(({ event }) => event)
        const shop = await newShop(storage)
        await Promise.all(
          Array.from({ length: workers }, (_, worker) => work(shop, delivered, worker, batch)),
        )
        const messages = [...new Set(events.flatMap(messageOf))]
        expect(await stateOf(shop, messages)).toEqual(await stateOf(clean, messages))
        expect(await shop.rebuild()).toBe(0)
        await shop.close()
        await clean.close()
      }),
      {
        numRuns: isLong ? 1 : 2,
        endOnFailure: true,
        ...(seed === undefined ? {} : { seed: Number(seed) }),
      },
    )
  }, 600_000)
})

function messageOf(event: ChatEvent): readonly string[] {
  return event.type === 'status' ? [event.messageId] : []
}

/** How far each message had come by what was told, for law 13: never back. */
const ranks = ['unknown', 'sent', 'failed', 'delivered', 'read', 'played']

/** Takes in every fourth batch. No status that it looks at ever went back. */
async function work(
  shop: Shop,
  delivered: readonly ChatEvent[],
  worker: number,
  batch: number,
): Promise<void> {
  for (let at = worker * batch; at < delivered.length; at += workers * batch) {
    const given = delivered.slice(at, at + batch)
    const told = given.flatMap(messageOf)
    const before = await reached(shop, told)
    const { refused, conflicts } = await ingest(shop, given)
    expect([refused, conflicts]).toEqual([[], []])
    const after = await reached(shop, told)
    expect(after.filter((rank, i) => rank < before[i]!)).toEqual([])
  }
}

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

import { isLanggananError, type Shop } from '@langganan/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ChatEvent, ingest, parse } from '../../src/index.ts'
import { messagesOf, text } from '../support/envelopes.ts'
import { newShop } from '../support/shops.ts'
import { type StorageName, storageNames, storages } from '../support/storages.ts'
import { happenings } from './happenings.ts'
import { stateOf } from './state-of.ts'

const isLong = process.env.LANGGANAN_LONG === '1'
const seed = process.env.LANGGANAN_SEED
const events = isLong ? 10_000 : 100
const workers = 4

const runsOn: Readonly<Record<StorageName, number>> = isLong
  ? { memory: 1, sqlite: 1, postgres: 1 }
  : { memory: 2, sqlite: 2, postgres: 1 }

/** Events shuffled, and each of them 1 to 5 times, by numbers drawn for it. */
const deliveries = fc.record({
  events: happenings(events),
  times: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: events, maxLength: events }),
  order: fc.array(fc.nat(), { minLength: 5 * events, maxLength: 5 * events }),
  batch: fc.integer({ min: 1, max: 20 }),
})

describe.each(storageNames)('law 13 on %s', (name) => {
  test(`${events} events, each 1 to 5 times, in any order, by ${workers} workers`, async () => {
    const storage = storages[name]()
    let run = 0
    await fc.assert(
      fc.asyncProperty(deliveries, async ({ events, times, order, batch }) => {
        run += 1
        const clean = await newShop(storage, { id: `clean-${run}` })
        const first = await ingest(clean, events)
        expect(first).toMatchObject({ refused: [], conflicts: [] })
        const delivered = events
          .flatMap((event, i) => Array.from({ length: times[i]! }, () => event))
          .map((event, i) => ({ event, place: order[i]! }))
          .sort((a, b) => a.place - b.place)
          .map(({ event }) => event)
        const id = `shuffled-${run}`
        const shop = await newShop(storage, { id })
        // Each worker has a handle of its own, as each process would.
        await Promise.all(
          Array.from({ length: workers }, async (_, worker) => {
            await work(await newShop(storage, { id }), delivered, worker, batch)
          }),
        )
        const messages = [...new Set(events.flatMap(messageOf))]
        expect(await stateOf(shop, messages)).toEqual(await stateOf(clean, messages))
        expect(await shop.rebuild()).toBe(0)
        expect(await shop.verify()).toMatchObject({ findings: [] })
      }),
      {
        numRuns: runsOn[name],
        endOnFailure: true,
        ...(seed === undefined ? {} : { seed: Number(seed) }),
      },
    )
  }, 3_600_000)
})

function messageOf(event: ChatEvent): readonly string[] {
  return event.type === 'status' ? [event.messageId] : []
}

test('law 13: who may be one is listed once, in whatever order it is told', async () => {
  const shuffled = fc.shuffledSubarray([0, 1, 2, 0, 1, 2, 0, 1, 2], { minLength: 3 })
  await fc.assert(
    fc.asyncProperty(shuffled, async (order) => {
      const shop = await newShop()
      const names = new Map<string, string>()
      for (const i of [0, 1, 2]) {
        for (const known of [{ phone: `+62812000100${i}` }, { userId: `ID.${i}` }]) {
          const name = `${i} ${Object.keys(known)[0]}`
          names.set((await shop.customers.add({ name, ...known })).id, name)
        }
      }
      const events = order.flatMap((i, n) => parse(writtenByBoth(i, n)).events)
      await ingest(
        shop,
        events.filter((event): event is ChatEvent => 'number' in event),
      )
      const { rows } = await shop.conflicts.list()
      const listed = rows.map(({ customers }) => customers.map((id) => names.get(id)).sort())
      const told = [...new Set(order)].map((i) => [`${i} phone`, `${i} userId`])
      expect(listed.sort()).toEqual(told.sort())
    }),
  )
})

/** A message of somebody whose number and user id are two customers'. */
function writtenByBoth(i: number, n: number): object {
  const from = { from: `62812000100${i}`, from_user_id: `ID.${i}` }
  const contacts = [{ profile: { name: 'Sari' }, wa_id: from.from, user_id: from.from_user_id }]
  return messagesOf([text('Halo', { id: `wamid.${n}`, ...from })], contacts)
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

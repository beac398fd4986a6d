import { memoryStorage } from '@langganan/core/memory'
import type { Storage } from '@langganan/core/storage'
import { ingest } from '@langganan/whatsapp'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { doJob, type Job } from '../../src/jobs.ts'
import { openPlace } from '../../src/place.ts'
import { now, openTheShop } from '../../src/shop.ts'
import { eventsIn, messagesToldOf } from '../../src/take-in.ts'
import { WorkerProcess } from '../../src/worker-process.ts'
import { newPostgresPlace, newSqlitePlace } from '../places.ts'
import { happenings } from './happenings.ts'
import { stateOf } from './state-of.ts'

const isLong = process.env.LANGGANAN_LONG === '1'
const seed = Number(process.env.LANGGANAN_SEED ?? Math.floor(Math.random() * 2 ** 31))
const events = isLong ? 10_000 : 100
const workers = 4

/**
 * Webhooks of an event each, and each of them delivered 1 to 5 times, in any order; but what comes by a new
 * number or user id not before all that tells of it, for then nobody could know whose it is.
 */
const deliveries = fc
  .record({
    happened: happenings(events),
    random: fc.noShrink(fc.infiniteStream(fc.nat())),
    batch: fc.integer({ min: 1, max: 20 }),
  })
  .map(({ happened: { first, second }, random, batch }) => {
    const drawn = (): number => random.next().value ?? 0
    const again = first.filter(() => drawn() % 4 === 0)
    return {
      happened: [...first, ...second],
      rounds: [
        shuffled(repeated(first, drawn), drawn),
        shuffled([...repeated(second, drawn), ...again], drawn),
      ],
      batch,
    }
  })

function repeated(webhooks: readonly object[], drawn: () => number): readonly object[] {
  return webhooks.flatMap((webhook) => Array.from({ length: 1 + (drawn() % 5) }, () => webhook))
}

function shuffled(webhooks: readonly object[], drawn: () => number): readonly object[] {
  return webhooks
    .map((webhook) => ({ webhook, place: drawn() }))
    .sort((a, b) => a.place - b.place)
    .map(({ webhook }) => webhook)
}

/** A storage without a shop, and those who take in what is delivered to it. */
interface Workplace {
  readonly storage: Storage
  work(worker: number, job: Job): Promise<unknown>
}

describe(`law 13, seed ${seed}`, () => {
  const crew: WorkerProcess[] = []
  beforeAll(async () => {
    const starting = Array.from({ length: workers }, () => WorkerProcess.start())
    crew.push(...(await Promise.all(starting)))
  })
  afterAll(async () => {
    for (const worker of crew) expect(await worker.end()).toBe(0)
  })

  async function workplaceOf(newPlace: typeof newSqlitePlace): Promise<Workplace> {
    const place = newPlace()
    const storage = await openPlace(place)
    onTestFinished(() => storage.close())
    return { storage, work: (worker, job) => crew[worker]!.work(place, job) }
  }

  async function inMemory(): Promise<Workplace> {
    const storage = memoryStorage()
    return { storage, work: (_, job) => doJob(job, storage, () => undefined) }
  }

  test.each([
    ['calls at once in memory', inMemory],
    ['processes on SQLite', () => workplaceOf(newSqlitePlace)],
    ['processes on Postgres', () => workplaceOf(newPostgresPlace)],
  ])(
    `${events} events, each 1 to 5 times, in any order, by ${workers} %s: the state of a clean run`,
    async (_, newWorkplace) => {
      await fc.assert(
        fc.asyncProperty(deliveries, async ({ happened, rounds, batch }) => {
          const clean = await openTheShop(memoryStorage(), () => now)
          const told = eventsIn(happened)
          expect(await ingest(clean, told)).toMatchObject({ refused: [], conflicts: [] })

          const { storage, work } = await newWorkplace()
          const shop = await openTheShop(storage, () => now)
          for (const delivered of rounds) {
            const saw = await Promise.all(
              Array.from({ length: workers }, (_, worker) => {
                const webhooks = delivered.filter((_, i) => i % workers === worker)
                return work(worker, { do: 'takeIn', webhooks, batch })
              }),
            )
            expect(saw).toEqual(saw.map(() => ({ refused: 0, conflicts: 0, wentBack: [] })))
          }
          const messages = messagesToldOf(told)
          expect(await stateOf(shop, messages)).toEqual(await stateOf(clean, messages))
          expect(await shop.rebuild()).toBe(0)
          expect(await shop.verify()).toEqual({ sound: true, findings: [] })
        }),
        { numRuns: isLong ? 1 : 2, endOnFailure: true, seed },
      )
    },
  )
})

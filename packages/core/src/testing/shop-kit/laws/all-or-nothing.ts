import { describe, expect, test } from 'vitest'
import { memoryStorage } from '../../../memory/memory-storage.ts'
import type { Storage } from '../../../ports/storage/storage.ts'
import { outcomeOf } from '../commands/outcome.ts'
import { type KitClock, kitClock } from '../world/clock.ts'
import { everyMethod, type MethodCase } from '../world/every-method.ts'
import { faultyStorage } from '../world/faulty-storage.ts'
import { everythingHeard } from '../world/listening.ts'
import { callMethod } from '../world/methods.ts'
import { type OpenStorage, sharedStorage, shopIn } from '../world/open.ts'
import { type Ids, populate } from '../world/population.ts'
import { type Dump, dumpRows } from '../world/rows.ts'
import { expectSameRows } from './same-rows.ts'

const cases = Object.entries(everyMethod).flatMap(([method, list]) =>
  list.map((each, i) => ({ method, nth: i + 1, each })),
)

/** More points than any call has. */
const most = 500

export function allOrNothingLaws(open: OpenStorage): void {
  describe('law 15, all or nothing', () => {
    const shared = sharedStorage(open)
    let played = 0

    test.each(cases)(
      'law 15: $method ($nth) with a fault at every call of the storage',
      async ({ method, each }) => {
        const storage = shared()
        played += 1
        const id = `faults-${played}`
        const { clock, ids } = await begin(storage, id)
        const before = await dumpRows(storage, id)
        const after = await rowsAfter(id, method, each)
        const faulty = faultyStorage(storage)

        for (let point = 1; ; point += 1) {
          expect(point).toBeLessThan(most)
          const { shop } = await handleOn(faulty, id, clock)
          const heard = everythingHeard(shop)
          faulty.failAt(point)
          const outcome = await outcomeOf(callMethod(shop, method, each.args(ids)))
          const failed = faulty.heal()
          const rows = await dumpRows(storage, id)
          if (failed) {
            expect(outcome).toMatchObject({ done: false, code: 'STORAGE_FAILED' })
            expect(heard).toEqual([])
            if (isSame(rows, before)) continue
            expectSameRows(rows, after) // the fault came after the commit
          } else {
            expectSameRows(rows, after)
            expect(heard).toHaveLength(eventsIn(after) - eventsIn(before))
          }
          return
        }
      },
    )

    test('law 15: opening a new shop with a fault at every call of the storage', async () => {
      const storage = shared()
      const faulty = faultyStorage(storage)
      for (let point = 1; ; point += 1) {
        expect(point).toBeLessThan(most)
        const options = { id: `new-${point}`, clock: kitClock() }
        faulty.failAt(point)
        const outcome = await outcomeOf(shopIn(faulty, options))
        if (!faulty.heal()) {
          expect(outcome).toMatchObject({ done: true })
          return
        }
        expect(outcome).toMatchObject({ done: false, code: 'STORAGE_FAILED' })
        const rows = Object.values(await dumpRows(storage, options.id))
        const { shop } = await shopIn(storage, options)
        const complete = Object.values(await dumpRows(storage, shop.id))
        const [some, all] = [rows.flat().length, complete.flat().length]
        expect([0, all]).toContain(some)
      }
    })
  })
}

async function begin(storage: Storage, id: string): Promise<{ clock: KitClock; ids: Ids }> {
  const clock = kitClock()
  const ids = await populate(await shopIn(storage, { id, clock }))
  clock.step(60_000)
  return { clock, ids }
}

/** A handle that makes the same ids each time. */
function handleOn(storage: Storage, id: string, clock: KitClock): ReturnType<typeof shopIn> {
  return shopIn(storage, { id, clock, seed: 99 })
}

/** The rows that the call comes to, in a twin in memory where nothing fails. */
async function rowsAfter(id: string, method: string, { args }: MethodCase): Promise<Dump> {
  const storage = memoryStorage()
  const { clock, ids } = await begin(storage, id)
  const { shop } = await handleOn(storage, id, clock)
  expect(await outcomeOf(callMethod(shop, method, args(ids)))).toMatchObject({ done: true })
  return dumpRows(storage, id)
}

function eventsIn(dump: Dump): number {
  return dump.events?.length ?? 0
}

function isSame(a: Dump, b: Dump): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

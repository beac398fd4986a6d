import { describe, expect, test } from 'vitest'
import { memoryStorage } from '../../../memory/memory-storage.ts'
import type { Storage } from '../../../ports/storage/storage.ts'
import { outcomeOf } from '../commands/outcome.ts'
import { type KitClock, kitClock } from '../world/clock.ts'
import { everyMethod, type MethodCase } from '../world/every-method.ts'
import { type FaultyStorage, faultyStorage } from '../world/faulty-storage.ts'
import { everythingHeard } from '../world/listening.ts'
import { callMethod } from '../world/methods.ts'
import { type OpenStorage, sharedStorage, shopIn } from '../world/open.ts'
import { type Ids, populate } from '../world/population.ts'
import { type Dump, dumpRows } from '../world/rows.ts'
import { expectSameRows } from './same-rows.ts'

const cases = Object.entries(everyMethod).flatMap(([method, list]) =>
  list.map((each, i) => ({ method, nth: i + 1, each })),
)

/** Calls that are a series of transactions, each of them whole: between two of them lies the world. */
const inSteps: readonly string[] = ['messages.send']

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
        const steps = await rowsAfterSteps(method, each)
        // Where nothing is between two transactions, only the last of them writes.
        if (!inSteps.includes(method)) expect(steps.length).toBeLessThan(2)
        await expectStepsOnly(storage, `faults-${played}`, { method, each, steps })
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

/** A shop in which nothing went wrong yet. */
interface World {
  readonly id: string
  readonly storage: Storage
  readonly clock: KitClock
  readonly ids: Ids
  readonly before: Dump
}

async function begin(storage: Storage, id: string): Promise<World> {
  const clock = kitClock()
  const ids = await populate(await shopIn(storage, { id, clock }))
  clock.step(60_000)
  return { id, storage, clock, ids, before: await dumpRows(storage, id) }
}

interface Case {
  readonly method: string
  readonly each: MethodCase
  /** What the call comes to, transaction by transaction. */
  readonly steps: readonly Dump[]
}

/** Puts the fault at each point in turn, until the call passes without. */
async function expectStepsOnly(storage: Storage, id: string, given: Case): Promise<void> {
  const { method, steps } = given
  const faulty = faultyStorage(storage)
  let world = await begin(storage, id)
  for (let point = 1; ; point += 1) {
    expect(point).toBeLessThan(most)
    const { failed, rows } = await callWithFault(faulty, point, world, given)
    if (!failed) return
    if (isSame(rows, world.before)) continue
    if (!inSteps.includes(method) && isSame(rows, steps.at(-1) ?? {})) return // it came after the commit
    world = await begin(storage, `${id}-${point}`)
  }
}

/** Makes the call with a fault at this point; the rows must be those of one of its steps, or as before. */
async function callWithFault(
  faulty: FaultyStorage,
  point: number,
  { id, storage, clock, ids, before }: World,
  { method, each, steps }: Case,
): Promise<{ readonly failed: boolean; readonly rows: Dump }> {
  const { shop } = await handleOn(faulty, id, clock)
  const heard = everythingHeard(shop)
  faulty.failAt(point)
  const outcome = await outcomeOf(callMethod(shop, method, each.args(ids)))
  const failed = faulty.heal()
  const rows = await dumpRows(storage, id)
  const after = steps.at(-1) ?? before
  if (failed) {
    expect(outcome).toMatchObject({ done: false, code: 'STORAGE_FAILED' })
    if (!inSteps.includes(method)) expect(heard).toEqual([])
    if (![before, ...steps].some((step) => isSame(rows, step))) expectSameRows(rows, after)
  } else {
    expectSameRows(rows, after)
    expect(heard).toHaveLength(eventsIn(after) - eventsIn(before))
  }
  return { failed, rows }
}

/** A handle that makes the same ids each time. */
function handleOn(storage: Storage, id: string, clock: KitClock): ReturnType<typeof shopIn> {
  return shopIn(storage, { id, clock, seed: 99 })
}

/**
 * The rows that the call comes to, in a twin in memory where nothing fails: after each of its transactions
 * that wrote something.
 */
async function rowsAfterSteps(method: string, { args }: MethodCase): Promise<readonly Dump[]> {
  const inner = memoryStorage()
  const id = 'twin'
  const { clock, ids } = await begin(inner, id)
  const steps: Dump[] = [await dumpRows(inner, id)]
  const storage: Storage = {
    ...inner,
    async transaction(shopId, mode, work) {
      const answer = await inner.transaction(shopId, mode, work)
      const rows = await dumpRows(inner, id)
      if (!steps.some((step) => isSame(step, rows))) steps.push(rows)
      return answer
    },
  }
  const { shop } = await handleOn(storage, id, clock)
  expect(await outcomeOf(callMethod(shop, method, args(ids)))).toMatchObject({ done: true })
  return steps.slice(1)
}

function eventsIn(dump: Dump): number {
  return dump.events?.length ?? 0
}

function isSame(a: Dump, b: Dump): boolean {
  return textOf(a) === textOf(b)
}

/** Storages give the columns of a row in orders of their own. */
function textOf(dump: Dump): string {
  const rows = Object.entries(dump).map(([table, list]) => [
    table,
    list.map((row) => Object.entries(row).sort(([x], [y]) => (x < y ? -1 : 1))),
  ])
  return JSON.stringify(rows)
}

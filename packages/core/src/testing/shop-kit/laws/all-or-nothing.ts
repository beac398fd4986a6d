import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ErrorCode } from '../../../domain/error/codes.ts'
import type { Storage } from '../../../ports/storage/storage.ts'
import { outcomeOf } from '../commands/outcome.ts'
import { atEveryPoint } from '../world/at-every-point.ts'
import { type Beginning, beginning } from '../world/beginning.ts'
import { kitClock } from '../world/clock.ts'
import { everyMethod } from '../world/every-method.ts'
import type { FaultyStorage, OpenFaultyStorage } from '../world/faulty-storage.ts'
import { shopIn } from '../world/open.ts'
import { dumpRows } from '../world/rows.ts'
import { judge, judgeSeries } from './faults/judge.ts'
import { faultSeed, pointsTried } from './faults/points-tried.ts'
import { alike, trialOf } from './faults/trial.ts'
import { twinOf } from './faults/twin.ts'

const cases = Object.entries(everyMethod).flatMap(([method, list]) =>
  list.map((each, i) => ({ method, nth: i + 1, each })),
)

/**
 * Law 15 for every method, with faults at the points that the storage knows of. What a call comes to
 * is compared with a twin in memory, where nothing fails.
 */
export function allOrNothingLaws(open: OpenFaultyStorage): void {
  describe('law 15, all or nothing', () => {
    const shared = sharedStorage(open)

    test.each(cases)(
      'law 15: $method ($nth) with a fault at every point',
      async ({ method, nth, each }) => {
        const { faulty, begun } = shared()
        const name = `${method} (${nth})`
        const twin = await twinOf(method, each)
        const judged = each.isSeries === true ? judgeSeries : judge
        const trial = trialOf(faulty, begun, { name, method, each })
        // Where nothing fails the points are counted.
        const counted = await trial.play(Number.POSITIVE_INFINITY, faulty.ways[0] ?? '')
        await judged(counted, twin, `${name} without a fault`)
        for (const way of faulty.ways) {
          for (const point of pointsTried(counted.passed, `${name} ${way}`)) {
            const played = await trial.play(point, way)
            await judged(played, twin, `${name} ${way} at point ${point}, seed ${faultSeed}`)
          }
        }
      },
    )

    test('law 15: opening a new shop with a fault at every point', async () => {
      const { storage, observer, ways, failAt, heal } = shared().faulty
      await atEveryPoint(ways, async (point, way) => {
        const options = { id: `new ${way} ${point}`, clock: kitClock() }
        failAt(point, way)
        const outcome = await outcomeOf(shopIn(storage, options))
        const passed = heal()
        const some = await rowCount(observer, options.id)
        const { shop } = await shopIn(observer, options)
        const all = await rowCount(observer, shop.id)
        expect(outcome.done ? [all] : [0, all]).toContain(some)
        if (!outcome.done) expectTruth(outcome.code, some > 0, passed.commits.includes(point))
        return passed
      })
    })
  })
}

/** Of what is done, and of a commit alone, may be said that it is unknown. */
function expectTruth(code: ErrorCode, isDone: boolean, atCommit: boolean): void {
  const isUnknown = code === 'STORAGE_OUTCOME_UNKNOWN'
  if (isDone) expect(isUnknown).toBe(true)
  if (isUnknown) expect(atCommit).toBe(true)
}

async function rowCount(storage: Storage, shopId: string): Promise<number> {
  return Object.values(await dumpRows(storage, shopId)).flat().length
}

interface Shared {
  readonly faulty: FaultyStorage
  readonly begun: Beginning
}

/** A storage for all tests of the law, with the shop that they begin with. */
function sharedStorage(open: OpenFaultyStorage): () => Shared {
  let opened: Shared | undefined
  beforeAll(async () => {
    const faulty = await open()
    opened = { faulty, begun: await beginning(faulty.observer, alike) }
  })
  afterAll(() => opened?.faulty.close())
  return () => {
    if (opened === undefined) throw new Error('the storage is open while tests run')
    return opened
  }
}

import { expect, test } from 'vitest'
import { memoryStorage } from '../../src/memory/index.ts'
import type { Storage } from '../../src/ports/storage/storage.ts'
import { tableNames } from '../../src/ports/storage/tables.ts'
import { outcomeOf } from '../../src/testing/shop-kit/commands/outcome.ts'
import { everyMethod } from '../../src/testing/shop-kit/world/every-method.ts'
import { callMethod } from '../../src/testing/shop-kit/world/methods.ts'
import { type KitShop, openStorage, shopIn } from '../../src/testing/shop-kit/world/open.ts'
import { type Ids, populate } from '../../src/testing/shop-kit/world/population.ts'
import { rowsOf } from '../../src/testing/shop-kit/world/rows.ts'

const cases = Object.entries(everyMethod).flatMap(([method, list]) =>
  list.map((each, i) => ({ method, nth: i + 1, each })),
)

test.each(cases)(
  '$method ($nth) comes to the same where the storage begins it again',
  async ({ method, each }) => {
    const usual = await lived(await openStorage(memoryStorage))
    const again = await lived(undoingFirst(await openStorage(memoryStorage)))
    const outcomes = [usual, again].map(({ kit, ids }) =>
      outcomeOf(callMethod(kit.shop, method, each.args(ids))),
    )
    for (const outcome of await Promise.all(outcomes)) expect(outcome).toMatchObject({ done: true })
    expect(again.heard).toEqual(usual.heard)
    expect(await rowCounts(again.kit)).toEqual(await rowCounts(usual.kit))
    expect(await again.kit.shop.rebuild()).toBe(0)
  },
)

interface Lived {
  readonly kit: KitShop
  readonly ids: Ids
  /** Types of the events that listeners heard. */
  readonly heard: readonly string[]
}

async function lived(storage: Storage): Promise<Lived> {
  const kit = await shopIn(storage)
  const heard: string[] = []
  for (const type of ['customer.added', 'transaction.recorded', 'payment.recorded'] as const)
    kit.shop.on(type, () => heard.push(type))
  const ids = await populate(kit)
  kit.clock.step(86_400_000)
  return { kit, ids, heard }
}

async function rowCounts({ storage, shop }: KitShop): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {}
  for (const table of tableNames) counts[table] = (await rowsOf(storage, shop.id, table)).length
  return counts
}

/** The same storage; the first attempt of every transaction is undone, as when another writer was quicker. */
function undoingFirst(inner: Storage): Storage {
  return {
    name: inner.name,
    shopIds: () => inner.shopIds(),
    close: () => inner.close(),
    async transaction(shopId, mode, work) {
      const undone = new Error('another writer was quicker')
      await inner
        .transaction(shopId, mode, async (tx) => {
          await work(tx)
          throw undone
        })
        .catch(() => undone)
      return inner.transaction(shopId, mode, work)
    },
  }
}

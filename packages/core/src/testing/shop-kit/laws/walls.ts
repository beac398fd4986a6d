import { describe, expect, test } from 'vitest'
import { memoryStorage } from '../../../memory/memory-storage.ts'
import type { Storage } from '../../../ports/storage/storage.ts'
import { outcomeOf } from '../commands/outcome.ts'
import { type Beginning, beginning } from '../world/beginning.ts'
import { everyMethod, type MethodCase, otherMethods } from '../world/every-method.ts'
import { callMethod, methodNames } from '../world/methods.ts'
import {
  type KitShop,
  type OpenStorage,
  openStorage,
  sharedStorage,
  shopIn,
} from '../world/open.ts'
import { type Ids, phoneOfCustomer } from '../world/population.ts'
import { copyRows, type Dump, dumpRows } from '../world/rows.ts'
import { expectSameRows } from './same-rows.ts'

const cases = Object.entries(everyMethod).flatMap(([method, list]) =>
  list.map((each, i) => ({ method, nth: i + 1, each })),
)

export function wallLaws(open: OpenStorage): void {
  describe('law 12, walls', () => {
    const shared = sharedStorage(open)

    test('law 12: every public method has a case', async () => {
      const { shop } = await shopIn(shared())
      const covered = [...Object.keys(everyMethod), ...otherMethods]
      expect(methodNames(shop).sort()).toEqual(covered.sort())
    })

    test.each(cases)(
      'law 12: $method ($nth) sees and writes its own shop only',
      async ({ method, each }) => {
        const { own, other, shopsUsed } = await twoShops(shared())
        const before = await dumpRows(other.kit.storage, other.kit.shop.id)
        const answer = await outcomeOf(callMethod(own.kit.shop, method, each.args(own.ids)))
        expect(answer).toMatchObject({ done: true })
        expect([...shopsUsed]).toEqual([own.kit.shop.id])
        expectNothingOf(other, answer)
        expectSameRows(await dumpRows(other.kit.storage, other.kit.shop.id), before)
      },
    )

    const withIds = cases.filter(({ each }) => each.foreign !== undefined)
    test.each(withIds)(
      'law 12: $method ($nth) with ids of another shop',
      async ({ method, each }) => {
        const { own, other, shopsUsed } = await twoShops(shared())
        const before = await rowsOfBoth(own, other)
        const outcome = await outcomeOf(callMethod(own.kit.shop, method, each.args(other.ids)))
        expect([...shopsUsed]).toEqual([own.kit.shop.id])
        expectForeign(outcome, each)
        expectNothingOf(other, outcome)
        const after = await rowsOfBoth(own, other)
        expectSameRows(after.own, before.own)
        expectSameRows(after.other, before.other)
      },
    )

    test('law 12: an error tells of its own shop only', async () => {
      const { own, other } = await twoShops(shared())
      const { shop } = own.kit
      const lines = [{ product: 'KOPI-250', quantity: 1, price: 1 }]
      const conflicts: Readonly<Record<string, () => Promise<unknown>>> = {
        customer: () => shop.customers.add({ name: 'S', phone: phoneOfCustomer }),
        group: () => shop.groups.create({ name: 'reseller' }),
        tag: () => shop.tags.create({ name: 'sultan' }),
        category: () => shop.categories.delete('kafe'),
        segment: () => shop.segments.create({ name: 'belanja', where: { all: [] } }),
        view: () => shop.views.create({ name: 'TERATAS' }),
        transaction: () =>
          shop.transactions.record({ customer: own.ids.newcomer, orderId: 'INV-1', lines }),
      }
      const told = { ...own.ids, transaction: (await shop.transactions.get('INV-1')).id }
      for (const [what, conflict] of Object.entries(conflicts)) {
        const error: unknown = await conflict().catch((reason: unknown) => reason)
        expect(error, what).toMatchObject({ details: { [what]: Reflect.get(told, what) } })
        expectNothingOf(other, error)
      }
    })

    test('law 12: a listener hears its own shop only', async () => {
      const { own, other } = await twoShops(shared())
      const heard: unknown[] = []
      const end = own.kit.shop.on('customer.added', (event) => heard.push(event))
      await other.kit.shop.customers.add({ name: 'Rahasia' })
      expect(heard).toEqual([])
      await own.kit.shop.customers.add({ name: 'Citra' })
      expect(heard).toHaveLength(1)
      end()
    })

    test('law 12: another name in the log stays in its shop', async () => {
      const { own, other } = await twoShops(shared())
      const before = await dumpRows(other.kit.storage, other.kit.shop.id)
      await own.kit.shop.as('dina').customers.add({ name: 'Citra' })
      expectSameRows(await dumpRows(other.kit.storage, other.kit.shop.id), before)
    })

    test('law 12: closing ends the storage of the shop, for all who share it', async () => {
      const { own, other } = await twoShops(await openStorage(open))
      await own.kit.shop.close()
      const closed = { done: false, code: 'SHOP_CLOSED' }
      expect(await outcomeOf(own.kit.shop.reports.monitoring())).toMatchObject(closed)
      expect(await outcomeOf(other.kit.shop.reports.monitoring())).toMatchObject(closed)
    })
  })
}

interface Populated {
  readonly kit: KitShop
  readonly ids: Ids
}

/** Shops with the same orders, phones and names and with ids of their own, of which each test takes copies. */
const beginnings = new Map<number, Promise<Beginning>>()

let pairs = 0

/** Two shops with the same orders, phones and names in one storage, and the shops that calls reached since. */
async function twoShops(
  real: Storage,
): Promise<{ own: Populated; other: Populated; shopsUsed: ReadonlySet<string> }> {
  const shopsUsed = new Set<string>()
  const storage = watched(real, shopsUsed)
  pairs += 1
  const [own, other] = [
    await populated(storage, real, `kopi-a-${pairs}`, 1),
    await populated(storage, real, `kopi-b-${pairs}`, 2),
  ]
  shopsUsed.clear()
  return { own, other, shopsUsed }
}

async function populated(
  storage: Storage,
  real: Storage,
  id: string,
  seed: number,
): Promise<Populated> {
  const begun = beginnings.get(seed) ?? beginning(memoryStorage(), { seed })
  beginnings.set(seed, begun)
  const { rows, ids, clock } = await begun
  await copyRows(real, rows, id)
  // Not by the seed of the beginning, whose ids are taken.
  const kit = await shopIn(storage, { id, clock, seed: seed + 10 })
  return { kit: { ...kit, storage: real }, ids }
}

/** The same storage, with a note of every shop that a transaction was begun for. */
function watched(storage: Storage, shopsUsed: Set<string>): Storage {
  return {
    name: storage.name,
    shopIds: () => storage.shopIds(),
    close: () => storage.close(),
    transaction(shopId, mode, work) {
      shopsUsed.add(shopId)
      return storage.transaction(shopId, mode, work)
    },
  }
}

async function rowsOfBoth(own: Populated, other: Populated): Promise<{ own: Dump; other: Dump }> {
  return {
    own: await dumpRows(own.kit.storage, own.kit.shop.id),
    other: await dumpRows(other.kit.storage, other.kit.shop.id),
  }
}

function expectForeign(outcome: unknown, { foreign }: MethodCase): void {
  if (foreign === 'answered') expect(outcome).toMatchObject({ done: true })
  else expect(outcome).toMatchObject({ done: false, code: foreign })
}

function expectNothingOf({ ids }: Populated, outcome: unknown): void {
  const text = JSON.stringify(outcome)
  const { cursor, eventCursor, sendCursor, ...own } = ids
  for (const id of Object.values(own)) expect(text).not.toContain(id)
}

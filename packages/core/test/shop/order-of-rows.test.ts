import { expect, test } from 'vitest'
import { memoryStorage } from '../../src/memory/index.ts'
import type { Reports, Storage, StorageTransaction } from '../../src/ports/index.ts'
import { lives } from '../../src/testing/shop-kit/commands/lives.ts'
import { opening } from '../../src/testing/shop-kit/commands/opening.ts'
import { expectSameLife } from '../../src/testing/shop-kit/laws/same-life.ts'
import { testLaw } from '../../src/testing/shop-kit/world/holds.ts'
import { newShop, openStorage, shopIn } from '../../src/testing/shop-kit/world/open.ts'

/** Reports of which the port says in what order their answers come. */
const isOrdered: ReadonlySet<keyof Reports> = new Set([
  'orderTimes',
  'labelBoard',
  'unresolvedSends',
  'openDrafts',
  'deadLetters',
  'dueTurns',
  'segmentGrowth',
])

/** Memory, with everything that may come in any order coming the other way round. */
function contraryStorage(): Storage {
  const storage = memoryStorage()
  return {
    ...storage,
    transaction: (shopId, mode, work) =>
      storage.transaction(shopId, mode, (tx) => work(contrary(tx))),
  }
}

function contrary(tx: StorageTransaction): StorageTransaction {
  return {
    ...tx,
    get: async (table, keys) => (await tx.get(table, keys)).toReversed(),
    find: async (table, index, prefixes) => {
      const found = []
      for (const prefix of prefixes.toReversed())
        found.push(...(await tx.find(table, index, [prefix])))
      return found
    },
    report: async (kind, question) => {
      const answer = await tx.report(kind, question)
      if (isOrdered.has(kind) || !Array.isArray(answer)) return answer
      return Reflect.apply(Array.prototype.toReversed, answer, [])
    },
  }
}

testLaw(
  'nothing that a shop answers or writes depends on an order that a storage may choose',
  lives,
  { ordinary: 40, long: 4_000 },
  async () => {
    const [storage, oracle] = [await openStorage(contraryStorage), await openStorage(memoryStorage)]
    return async ({ commands, ...settings }, number) => {
      const options = { id: `life-${number}`, ...settings }
      const [kit, twin] = [await shopIn(storage, options), await shopIn(oracle, options)]
      await expectSameLife(kit, twin, [...opening, ...commands])
    }
  },
)

test('an identity that is taken is told by the first in the order given', async () => {
  const { shop } = await newShop(contraryStorage)
  await shop.customers.add({ name: 'Sari', phone: '0812-3456-7890', email: 'sari@example.com' })
  const again = { name: 'S', phone: ['0857-1111-2222', '081234567890'], email: 'sari@example.com' }
  await expect(shop.customers.add(again)).rejects.toMatchObject({ field: 'phone' })
})

test('members leave a group in the order given', async () => {
  const { shop } = await newShop(contraryStorage)
  const ids = (await shop.customers.addMany([{ name: 'A' }, { name: 'B' }])).map(({ id }) => id)
  await shop.groups.create({ name: 'Reseller' })
  await shop.groups.add('Reseller', ids)
  await shop.groups.remove('Reseller', ids)
  const { events } = await shop.events.read()
  const left = events.filter(({ type }) => type === 'group.left')
  expect(left.map(({ customer }) => customer)).toEqual(ids)
})

import { describe, expect, test } from 'vitest'
import { memoryStorage } from '../../src/memory/index.ts'
import type { StorageTransaction } from '../../src/ports/storage/storage.ts'
import { lives } from '../../src/testing/shop-kit/commands/lives.ts'
import { opening } from '../../src/testing/shop-kit/commands/opening.ts'
import { outcomeOf } from '../../src/testing/shop-kit/commands/outcome.ts'
import { scriptOn } from '../../src/testing/shop-kit/commands/script.ts'
import { everyMethod } from '../../src/testing/shop-kit/world/every-method.ts'
import { holdingStorage } from '../../src/testing/shop-kit/world/holding-storage.ts'
import { testLaw } from '../../src/testing/shop-kit/world/holds.ts'
import { callMethod } from '../../src/testing/shop-kit/world/methods.ts'
import { openStorage, shopIn } from '../../src/testing/shop-kit/world/open.ts'
import { populate } from '../../src/testing/shop-kit/world/population.ts'
import { changesOf } from '../../src/testing/storage-kit/rows/changes-of.ts'
import { eventRow, groupRow } from '../../src/testing/storage-kit/rows/example-rows.ts'

const cases = Object.entries(everyMethod).flatMap(([method, list]) =>
  list.map((each, i) => ({ method, nth: i + 1, each })),
)

describe('writers beside each other', () => {
  test.each(cases)(
    '$method ($nth) holds whom it changes before it reads them, and changes no definition',
    async ({ method, each }) => {
      const storage = holdingStorage(memoryStorage())
      const kit = await shopIn(storage)
      const ids = await populate(kit)
      expect(storage.takeNotes()).toEqual([])
      // Time that passed is let go on first, which is a write too.
      kit.clock.step(3 * 86_400_000)
      const outcome = await outcomeOf(callMethod(kit.shop, method, each.args(ids)))
      expect(outcome).toMatchObject({ done: true })
      expect(storage.takeNotes()).toEqual([])
      // And again, where it says that it was done before.
      await outcomeOf(callMethod(kit.shop, method, each.args(ids)))
      expect(storage.takeNotes()).toEqual([])
    },
  )

  testLaw(
    'whatever is done in any life, whoever is changed was held before',
    lives,
    { ordinary: 60, long: 4_000 },
    async () => {
      const storage = holdingStorage(await openStorage(memoryStorage))
      return async ({ commands, ...settings }, number) => {
        const kit = await shopIn(storage, { id: `life-${number}`, ...settings })
        const script = scriptOn(kit)
        for (const command of [...opening, ...commands]) {
          await script.perform(command)
          expect(storage.takeNotes(), command.call).toEqual([])
        }
      }
    },
  )

  test('payments of two orders of one customer read both again under the lock', async () => {
    const storage = holdingStorage(memoryStorage())
    const { shop } = await shopIn(storage)
    const { id: customer } = await shop.customers.add({ name: 'Sari' })
    const lines = [{ product: 'KOPI-250', quantity: 1, price: 55_000 }]
    for (const orderId of ['INV-1', 'INV-2'])
      await shop.transactions.record({ customer, orderId, lines })
    await shop.transactions.payMany([
      { orderId: 'INV-1', amount: 1 },
      { orderId: 'INV-2', amount: 1 },
    ])
    expect(storage.takeNotes()).toEqual([])
  })

  // What is nobody's yet was replaced or removed beside others who wrote.
  test('statuses that waited and linked ids are written by nobody else meanwhile', async () => {
    const storage = holdingStorage(memoryStorage())
    const { shop } = await shopIn(storage)
    await shop.messages.recordStatus({ message: 'wamid.1', status: 'sent' })
    const { id } = await shop.customers.add({ name: 'Sari', phone: '0812-3456-7890' })
    await shop.interactions.record({
      customer: id,
      kind: 'chat',
      direction: 'outbound',
      reference: 'wamid.1',
    })
    const lid = { told: 'lid', lid: '111111111111111', whatsapp: '6281234567890' } as const
    await shop.labels.hear({ source: 'waha', events: [lid] })
    await shop.customers.delete(id)
    expect(storage.takeNotes()).toEqual([])
  })
})

describe('the watch itself', () => {
  const member = { groupId: 'g', customerId: 'sari', since: 1, addedBy: 'test' }
  const address = {
    kind: 'email',
    value: 'sari@example.com',
    customerId: 'sari',
    originId: 'sari',
    given: 'sari@example.com',
    fold: 'sari@example.com',
    position: 0,
    addedAt: 1,
    changedAt: null,
    bouncedAt: null,
    bounceReason: null,
  } as const

  test.each<[string, (tx: StorageTransaction) => Promise<unknown>]>([
    [
      'wrote groupMembers of a customer who was not held',
      (tx) => tx.apply(changesOf('groupMembers', { insert: [member] })),
    ],
    [
      'wrote groupMembers of a customer who was not held',
      (tx) => tx.apply(changesOf('groupMembers', { remove: [['g', 'sari']] })),
    ],
    [
      'wrote groupMembers of a customer after reading groupMembers before the hold',
      async (tx) => {
        await tx.get('groupMembers', [['g', 'sari']])
        await tx.lock(['sari'])
        await tx.apply(changesOf('groupMembers', { put: [member] }))
      },
    ],
    [
      'wrote groupMembers of a customer after reading orderTimes before the hold',
      async (tx) => {
        await tx.report('orderTimes', { customerIds: ['sari'] })
        await tx.lock(['sari'])
        await tx.apply(changesOf('groupMembers', { put: [member] }))
      },
    ],
    [
      'replaced identities that it had not read',
      async (tx) => {
        await tx.lock(['sari'])
        await tx.apply(changesOf('identities', { put: [address] }))
      },
    ],
    ['changed groups', (tx) => tx.apply(changesOf('groups', { insert: [groupRow('a')] }))],
    [
      'changed onceKeys in place',
      (tx) => tx.apply(changesOf('onceKeys', { remove: [['order', 'INV-1']] })),
    ],
    [
      'read events after writing some',
      async (tx) => {
        await tx.apply(changesOf('events', { insert: [eventRow('a')] }))
        await tx.scan('events', null, 1)
      },
    ],
  ])('notes who %s', async (note, work) => {
    const inner = await openStorage(memoryStorage)
    await inner.transaction('kopi', 'write', (tx) =>
      tx.apply(changesOf('groupMembers', { insert: [member] })),
    )
    const storage = holdingStorage(inner)
    await storage
      .transaction('kopi', 'write', async (tx) => {
        await work(tx).catch(() => 'refused by the storage')
      })
      .catch(() => 'and undone')
    expect(storage.takeNotes()).toContain(note)
  })

  test('has nothing to say of one who holds first, and reads again what was read before', async () => {
    const storage = holdingStorage(await openStorage(memoryStorage))
    await storage.transaction('kopi', 'write', async (tx) => {
      await tx.get('groupMembers', [['g', 'sari']])
      await tx.lock(['sari'])
      await tx.get('groupMembers', [['g', 'sari']])
      await tx.apply(changesOf('groupMembers', { insert: [member] }))
    })
    expect(storage.takeNotes()).toEqual([])
  })
})

import { describe, expect, test } from 'vitest'
import type { Rows } from '../../../domain/change/rows.ts'
import type { Storage, StorageTransaction } from '../../../ports/storage/storage.ts'
import { type OpenStorage, openStorage } from '../../shop-kit/world/open.ts'
import { changesOf } from '../rows/changes-of.ts'
import { exampleCustomer } from '../rows/example-customer.ts'
import { eventRow, groupRow, shopRow } from '../rows/example-rows.ts'

const shop = 'kopi-senja'
const many = 50

/**
 * Writers of one shop, whether they run side by side or one at a time: those who hold the same customer
 * wait for each other, whoever is alone is so, and numbers are in the order of commits.
 */
export function sideBySide(open: OpenStorage, readsOneInstant: boolean): void {
  describe('side by side', () => {
    test(`${many} who hold a customer, read a row and write it back lose nothing`, async () => {
      const storage = await storageWithCustomers(open, ['sari', 'budi'])
      const writers = Array.from({ length: many }, (_, i) =>
        increment(storage, i % 2 === 0 ? 'sari' : 'budi'),
      )
      const readers = Array.from({ length: many }, () => counted(storage, 'sari'))
      await Promise.all([...writers, ...readers])
      expect(await counted(storage, 'sari')).toBe(many / 2)
      expect(await counted(storage, 'budi')).toBe(many / 2)
    })

    test('a failing writer does not hold up the others', async () => {
      const storage = await storageWithCustomers(open, ['sari'])
      const outcomes = await Promise.allSettled(
        Array.from({ length: many }, (_, i) => increment(storage, 'sari', i % 2 === 0)),
      )
      expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(many / 2)
      expect(await counted(storage, 'sari')).toBe(many / 2)
    })

    test('whoever is alone sees no writer begin or end meanwhile, and is seen whole', async () => {
      const storage = await storageWithCustomers(open, ['sari'])
      const alone = Array.from({ length: 10 }, () => incrementAlone(storage))
      const writers = Array.from({ length: many }, () => increment(storage, 'sari'))
      const seen = Array.from({ length: many }, () => bothCounts(storage))
      await Promise.all([...alone, ...writers])
      for (const [one, two] of await Promise.all(seen)) if (readsOneInstant) expect(one).toBe(two)
      expect(await bothCounts(storage)).toEqual(['10', '10'])
      expect(await counted(storage, 'sari')).toBe(many)
    })

    test.runIf(readsOneInstant)(
      'a read sees one instant, whatever is written meanwhile',
      async () => {
        const storage = await storageWithCustomers(open, ['sari'])
        const writers = Array.from({ length: 20 }, () => incrementAlone(storage))
        const readers = Array.from({ length: many }, () => bothCounts(storage))
        await Promise.all(writers)
        for (const [one, two] of await Promise.all(readers)) expect(one).toBe(two)
      },
    )

    test('numbers count up from 1 without gaps, in the order of commits and in each shop', async () => {
      const storage = await storageWithCustomers(open, [])
      await Promise.allSettled(
        Array.from({ length: many }, async (_, i) => {
          await storage.transaction(shop, i % 7 === 0 ? 'alone' : 'write', async (tx) => {
            await tx.apply(changesOf('events', { insert: [eventRow(`${i} a`)] }))
            await briefly()
            await tx.apply(changesOf('events', { insert: [eventRow(`${i} b`)] }))
            if (i % 3 === 0) throw new Error('broken')
          })
        }),
      )
      const insert = [eventRow('other')]
      await storage.transaction('teh', 'write', (tx) => tx.apply(changesOf('events', { insert })))
      const log = await eventsBehind(storage, 0)
      expect(log.map(({ seq }) => seq)).toEqual(log.map((_, i) => i + 1))
      // What one transaction wrote lies together, in its order.
      const writers = log.flatMap(({ data }, i) => (i % 2 === 0 ? [data.split(' ')[0]] : []))
      expect(log.map(({ data }) => data)).toEqual(writers.flatMap((i) => [`${i} a`, `${i} b`]))
      const kept = Array.from({ length: many }, (_, i) => String(i)).filter(
        (i) => Number(i) % 3 !== 0,
      )
      expect([...writers].sort()).toEqual(kept.sort())
      expect(await eventsBehind(storage, 0, 'teh')).toEqual([{ ...eventRow('other'), seq: 1 }])
    })

    test('a reader who goes on behind what it saw misses nothing that is written meanwhile', async () => {
      const storage = await storageWithCustomers(open, ['sari', 'budi'])
      let isWriting = true
      const writing = Promise.all(
        Array.from({ length: many }, (_, i) =>
          storage.transaction(shop, 'write', async (tx) => {
            const customer = i % 2 === 0 ? 'sari' : 'budi'
            await tx.lock([customer])
            const count = await increase(tx, customer)
            const row = { ...eventRow(String(count)), customerId: customer }
            await tx.apply(changesOf('events', { insert: [row, row] }))
          }),
        ),
      ).finally(() => {
        isWriting = false
      })
      const seen: Rows['events'][] = []
      for (;;) {
        const isLast = !isWriting
        const more = await eventsBehind(storage, seen.at(-1)?.seq ?? 0)
        seen.push(...more)
        if (isLast && more.length === 0) break
        await briefly()
      }
      await writing
      expect(seen.map(({ seq }) => seq)).toEqual(Array.from({ length: 2 * many }, (_, i) => i + 1))
      for (const customer of ['sari', 'budi']) {
        const own = seen.filter(({ customerId }) => customerId === customer)
        const inOrder = Array.from({ length: many }, (_, i) => String(Math.floor(i / 2) + 1))
        expect(own.map(({ data }) => data)).toEqual(inOrder)
      }
    })

    test('calls within one transaction may overlap', async () => {
      const storage = await storageWithCustomers(open, [])
      await storage.transaction(shop, 'write', async (tx) => {
        const rows = Array.from({ length: many }, (_, i) => groupRow(`g${i}`))
        await Promise.all(rows.map((row) => tx.apply(changesOf('groups', { insert: [row] }))))
        const found = await Promise.all(rows.map(({ id }) => tx.get('groups', [[id]])))
        expect(found.flat()).toEqual(rows)
      })
    })

    test('customers can be held by several in turn, and in any order', async () => {
      const storage = await storageWithCustomers(open, ['sari', 'budi'])
      const orders = [
        ['sari', 'budi', 'nobody'],
        ['budi', 'nobody', 'sari'],
      ]
      await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          storage.transaction(shop, i % 5 === 0 ? 'alone' : 'write', (tx) =>
            tx.lock(orders[i % 2] ?? []),
          ),
        ),
      )
    })

    test('two who hold customers one by one, crosswise, both come through', async () => {
      const storage = await storageWithCustomers(open, ['sari', 'budi'])
      const crosswise = ['sari budi', 'budi sari'].map((names) => names.split(' '))
      await Promise.all(
        Array.from({ length: 4 }, (_, i) =>
          storage.transaction(shop, 'write', async (tx) => {
            for (const id of crosswise[i % 2] ?? []) {
              await tx.lock([id])
              await increase(tx, id)
              await briefly()
            }
          }),
        ),
      )
      expect(await counted(storage, 'sari')).toBe(4)
      expect(await counted(storage, 'budi')).toBe(4)
    })

    test('a key that another takes meanwhile is found, where one looks again', async () => {
      const storage = await storageWithCustomers(open, [])
      const answers = await Promise.all(
        Array.from({ length: many }, (_, i) =>
          storage.transaction(shop, 'write', async (tx) => {
            const key = { scope: 'order', key: 'INV-1', fingerprint: 'same', at: 1 } as const
            const [known] = await tx.get('onceKeys', [['order', 'INV-1']])
            if (known !== undefined) return known.answerId
            await briefly()
            const insert = [{ ...key, answerId: String(i) }]
            await tx.apply(changesOf('onceKeys', { insert }))
            return String(i)
          }),
        ),
      )
      expect(new Set(answers).size).toBe(1)
    })
  })
}

/** A storage in which the shops are set up, with these customers. */
async function storageWithCustomers(open: OpenStorage, ids: readonly string[]): Promise<Storage> {
  const storage = await openStorage(open)
  for (const id of [shop, 'teh']) {
    await storage.transaction(id, 'alone', (tx) =>
      tx.apply(changesOf('shops', { insert: [shopRow()] })),
    )
  }
  await storage.transaction(shop, 'write', (tx) =>
    tx.apply(changesOf('customers', { insert: ids.map(exampleCustomer) })),
  )
  return storage
}

/** Lets others run. */
function briefly(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}

function increment(storage: Storage, customer: string, fails = false): Promise<void> {
  return storage.transaction(shop, 'write', async (tx) => {
    await tx.lock([customer])
    await increase(tx, customer)
    if (fails) throw new Error('broken')
  })
}

/** Reads a customer's count, lets others run, and writes the count back one higher. */
async function increase(tx: StorageTransaction, customerId: string): Promise<number> {
  const [before] = await tx.get('turns', [[customerId]])
  await briefly()
  const count = (before?.turnsAt ?? 0) + 1
  await tx.apply(changesOf('turns', { put: [{ customerId, judgedAt: 0, turnsAt: count }] }))
  return count
}

async function counted(storage: Storage, customer: string): Promise<number> {
  const [row] = await storage.transaction(shop, 'read', (tx) => tx.get('turns', [[customer]]))
  return row?.turnsAt ?? 0
}

/** Counts two groups up, one after the other; nobody may see the one without the other. */
function incrementAlone(storage: Storage): Promise<void> {
  return storage.transaction(shop, 'alone', async (tx) => {
    const [one] = await tx.get('groups', [['one']])
    const before = await tx.get('turns', [['sari']])
    await briefly()
    for (const id of ['one', 'two']) {
      const name = String(Number(one?.name.split(' ')[1] ?? 0) + 1)
      await tx.apply(changesOf('groups', { put: [groupRow(id, `${id} ${name}`)] }))
      await briefly()
    }
    expect(await tx.get('turns', [['sari']])).toEqual(before)
  })
}

async function bothCounts(storage: Storage): Promise<readonly (string | undefined)[]> {
  return storage.transaction(shop, 'read', async (tx) => {
    const [one] = await tx.get('groups', [['one']])
    await briefly()
    const [two] = await tx.get('groups', [['two']])
    return [one, two].map((row) => row?.name.split(' ')[1])
  })
}

function eventsBehind(
  storage: Storage,
  seq: number,
  shopId: string = shop,
): Promise<readonly Rows['events'][]> {
  return storage.transaction(shopId, 'read', (tx) => tx.scan('events', [seq], 1_000))
}

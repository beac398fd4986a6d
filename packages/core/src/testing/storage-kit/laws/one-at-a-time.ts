import { describe, expect, test } from 'vitest'
import type { Storage } from '../../../ports/storage/storage.ts'
import { type OpenStorage, openStorage } from '../../shop-kit/world/open.ts'
import { changesOf } from '../rows/changes-of.ts'
import { eventRow, groupRow } from '../rows/example-rows.ts'

const shop = 'kopi-senja'
const many = 50

/** Writers wait for each other: none works on what another is changing. */
export function oneAtATime(open: OpenStorage): void {
  describe('one at a time', () => {
    test(`${many} who read a row and write it back at once lose nothing`, async () => {
      const storage = await openStorage(open)
      const writers = Array.from({ length: many }, () => increment(storage))
      const readers = Array.from({ length: many }, () => counted(storage))
      await Promise.all([...writers, ...readers])
      expect(await counted(storage)).toBe(many)
    })

    test('a failing writer does not hold up the others', async () => {
      const storage = await openStorage(open)
      const outcomes = await Promise.allSettled(
        Array.from({ length: many }, (_, i) => increment(storage, i % 2 === 0)),
      )
      expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(many / 2)
      expect(await counted(storage)).toBe(many / 2)
    })

    test('numbers count up from 1 without gaps, in the order of commits and in each shop', async () => {
      const storage = await openStorage(open)
      const committed: string[] = []
      await Promise.allSettled(
        Array.from({ length: many }, async (_, i) => {
          const insert = [eventRow(`${i} a`), eventRow(`${i} b`)]
          await storage.transaction(shop, 'write', async (tx) => {
            await tx.get('groups', [['a']])
            await tx.apply(changesOf('events', { insert }))
            if (i % 3 === 0) throw new Error('broken')
          })
          committed.push(`${i} a`, `${i} b`)
        }),
      )
      const insert = [eventRow('other')]
      await storage.transaction('teh', 'write', (tx) => tx.apply(changesOf('events', { insert })))
      const numbered = committed.map((data, i) => ({ ...eventRow(data), seq: i + 1 }))
      expect(await events(storage, shop)).toEqual(numbered)
      expect(await events(storage, 'teh')).toEqual([{ ...eventRow('other'), seq: 1 }])
    })

    test('calls within one transaction may overlap', async () => {
      const storage = await openStorage(open)
      await storage.transaction(shop, 'write', async (tx) => {
        const rows = Array.from({ length: many }, (_, i) => groupRow(`g${i}`))
        await Promise.all(rows.map((row) => tx.apply(changesOf('groups', { insert: [row] }))))
        const found = await Promise.all(rows.map(({ id }) => tx.get('groups', [[id]])))
        expect(found.flat()).toEqual(rows)
      })
    })

    test('customers can be held by several in turn', async () => {
      const storage = await openStorage(open)
      await Promise.all(
        Array.from({ length: 5 }, () =>
          storage.transaction(shop, 'write', (tx) => tx.lock(['sari', 'budi', 'nobody'])),
        ),
      )
    })
  })
}

/** Reads a count, lets others run, and writes the count back one higher. */
function increment(storage: Storage, fails = false): Promise<void> {
  return storage.transaction(shop, 'write', async (tx) => {
    const [before] = await tx.get('groups', [['count']])
    await new Promise((resolve) => setTimeout(resolve, 0))
    const count = Number(before?.name ?? 0) + 1
    await tx.apply(changesOf('groups', { put: [groupRow('count', String(count))] }))
    if (fails) throw new Error('broken')
  })
}

function counted(storage: Storage): Promise<number> {
  return storage.transaction(shop, 'read', async (tx) => {
    const [row] = await tx.get('groups', [['count']])
    return Number(row?.name ?? 0)
  })
}

function events(storage: Storage, shopId: string): Promise<readonly object[]> {
  return storage.transaction(shopId, 'read', (tx) => tx.scan('events', null, 1_000))
}

import { describe, expect, test } from 'vitest'
import type { EventRow } from '../../../domain/history/rows.ts'
import type { Storage } from '../../../ports/storage/storage.ts'
import { type OpenStorage, openStorage } from '../../shop-kit/world/open.ts'
import { changesOf, type TableChange } from '../rows/changes-of.ts'

const shop = 'kopi-senja'

/** New rows of the log are numbered in turn; rows that are put, as a restored log is, keep their numbers. */
export function numbersRows(open: OpenStorage): void {
  describe('numbers rows', () => {
    test('from 1 on, each shop for itself', async () => {
      const storage = await openStorage(open)
      await write(storage, { insert: [event('a'), event('b')] })
      await write(storage, { insert: [event('c')] })
      await write(storage, { insert: [event('other')] }, 'kopi-pagi')
      expect(await log(storage)).toEqual([event('a', 1), event('b', 2), event('c', 3)])
      expect(await log(storage, 'kopi-pagi')).toEqual([event('other', 1)])
    })

    test('behind the highest of those that were put with numbers of their own', async () => {
      const storage = await openStorage(open)
      await write(storage, { put: [event('a', 7), event('b', 12)] })
      await write(storage, { put: [event('c', 9)] })
      await write(storage, { insert: [event('d'), event('e')] })
      expect(await log(storage)).toEqual([
        event('a', 7),
        event('c', 9),
        event('b', 12),
        event('d', 13),
        event('e', 14),
      ])
    })

    test('put and new ones in one transaction and in one change', async () => {
      const storage = await openStorage(open)
      await storage.transaction(shop, 'write', async (tx) => {
        await tx.apply(changesOf('events', { put: [event('a', 41)] }))
        await tx.apply(changesOf('events', { insert: [event('b')] }))
      })
      await write(storage, { put: [event('c', 50)], insert: [event('d')] })
      expect(await log(storage)).toEqual([
        event('a', 41),
        event('b', 42),
        event('c', 50),
        event('d', 51),
      ])
    })

    test('a number that was put and undone was never given', async () => {
      const storage = await openStorage(open)
      await write(storage, { insert: [event('a')] })
      const broken = new Error('broken')
      const failing = storage.transaction(shop, 'write', async (tx) => {
        await tx.apply(changesOf('events', { put: [event('b', 99)] }))
        throw broken
      })
      await expect(failing).rejects.toBe(broken)
      await write(storage, { insert: [event('c')] })
      expect(await log(storage)).toEqual([event('a', 1), event('c', 2)])
    })
  })
}

function event(actor: string, seq = 0): EventRow {
  const nothing = { customerId: null, occurredAt: 1, recordedAt: 1, data: '{}' }
  return { seq, type: 'shop.rebuilt', actor, ...nothing }
}

function write(storage: Storage, change: TableChange<'events'>, id = shop): Promise<void> {
  return storage.transaction(id, 'write', (tx) => tx.apply(changesOf('events', change)))
}

function log(storage: Storage, id = shop): Promise<readonly object[]> {
  return storage.transaction(id, 'read', (tx) => tx.scan('events', null, 100))
}

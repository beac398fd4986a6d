import { describe, expect, test } from 'vitest'
import type { Storage, StorageTransaction } from '../../../ports/storage/storage.ts'
import { type OpenStorage, openStorage } from '../../shop-kit/world/open.ts'
import { changesOf } from '../rows/changes-of.ts'
import { groupRow } from '../rows/example-rows.ts'

const shop = 'kopi-senja'

/** A transaction is kept whole or not at all, and is of no use outside itself. */
export function allOrNothing(open: OpenStorage): void {
  describe('all or nothing', () => {
    test('a transaction sees what it wrote', async () => {
      const storage = await openStorage(open)
      const seen = await storage.transaction(shop, 'write', async (tx) => {
        await tx.apply(changesOf('groups', { insert: [groupRow('a')] }))
        return tx.scan('groups', null, 10)
      })
      expect(seen).toEqual([groupRow('a')])
    })

    test('work that rejects leaves nothing, and its own error comes back', async () => {
      const storage = await openStorage(open)
      await write(storage, (tx) => tx.apply(changesOf('groups', { insert: [groupRow('kept')] })))
      const broken = new Error('broken')
      const failing = write(storage, async (tx) => {
        await tx.apply(changesOf('groups', { insert: [groupRow('a')], put: [groupRow('b')] }))
        await tx.apply(changesOf('groups', { remove: [['kept']] }))
        throw broken
      })
      await expect(failing).rejects.toBe(broken)
      expect(await groups(storage)).toEqual([groupRow('kept')])
    })

    test('work that throws at once leaves the storage in order', async () => {
      const storage = await openStorage(open)
      const broken = new Error('broken')
      const failing = write(storage, () => {
        throw broken
      })
      await expect(failing).rejects.toBe(broken)
      await write(storage, (tx) => tx.apply(changesOf('groups', { insert: [groupRow('a')] })))
      expect(await groups(storage)).toEqual([groupRow('a')])
    })

    test('an apply that fails undoes the whole transaction, even if its error is caught', async () => {
      const storage = await openStorage(open)
      await write(storage, (tx) => tx.apply(changesOf('groups', { insert: [groupRow('a')] })))
      const failing = write(storage, async (tx) => {
        await tx.apply(changesOf('groups', { insert: [groupRow('b')] }))
        const insert = [groupRow('c'), groupRow('a')]
        await tx.apply(changesOf('groups', { insert })).catch(() => 'caught')
      })
      await expect(failing).rejects.toMatchObject({ code: 'STORAGE_CONFLICT' })
      expect(await groups(storage)).toEqual([groupRow('a')])
    })

    test('of many new rows all are kept, or none where one is there already', async () => {
      const storage = await openStorage(open)
      const rows = Array.from({ length: 27 }, (_, i) => groupRow(`g${i + 10}`))
      const insert = (...which: ReturnType<typeof groupRow>[]) =>
        write(storage, (tx) => tx.apply(changesOf('groups', { insert: which })))
      for (const known of [rows[3], rows[26]]) {
        if (known === undefined) throw new Error('There is no such row.')
        await insert(known)
        await expect(insert(...rows)).rejects.toMatchObject({ code: 'STORAGE_CONFLICT' })
        expect(await groups(storage)).toEqual([known])
        await write(storage, (tx) => tx.apply(changesOf('groups', { remove: [[known.id]] })))
      }
      await insert(...rows)
      expect(await groups(storage)).toEqual(rows)
    })

    test('a unique name stands in the way of another row, not of its own', async () => {
      const storage = await openStorage(open)
      await write(storage, (tx) =>
        tx.apply(changesOf('groups', { insert: [groupRow('a', 'Kopi')] })),
      )
      await write(storage, (tx) => tx.apply(changesOf('groups', { put: [groupRow('a', 'Kopi')] })))
      const failing = write(storage, (tx) =>
        tx.apply(changesOf('groups', { put: [groupRow('b', 'Kopi')] })),
      )
      await expect(failing).rejects.toMatchObject({ code: 'STORAGE_CONFLICT' })
      expect(await groups(storage)).toEqual([groupRow('a', 'Kopi')])
    })

    test('removals come first and new rows last, so that a name can pass on', async () => {
      const storage = await openStorage(open)
      await write(storage, (tx) =>
        tx.apply(changesOf('groups', { insert: [groupRow('a', 'Kopi')] })),
      )
      await write(storage, (tx) =>
        tx.apply(
          changesOf('groups', {
            remove: [['a']],
            put: [groupRow('b', 'Kopi')],
            insert: [groupRow('a', 'Teh')],
          }),
        ),
      )
      expect(await groups(storage)).toEqual([groupRow('a', 'Teh'), groupRow('b', 'Kopi')])
    })

    test('a read transaction cannot write', async () => {
      const storage = await openStorage(open)
      const failing = storage.transaction(shop, 'read', (tx) =>
        tx.apply(changesOf('groups', { insert: [groupRow('a')] })),
      )
      await expect(failing).rejects.toMatchObject({ code: 'STORAGE_FAILED' })
      expect(await groups(storage)).toEqual([])
    })

    test('a transaction that has ended takes no more calls', async () => {
      const storage = await openStorage(open)
      const ended = await write(storage, async (tx) => tx)
      const insert = ended.apply(changesOf('groups', { insert: [groupRow('a')] }))
      await expect(insert).rejects.toMatchObject({ code: 'STORAGE_FAILED' })
      await expect(ended.get('groups', [['a']])).rejects.toMatchObject({ code: 'STORAGE_FAILED' })
      expect(await groups(storage)).toEqual([])
    })
  })
}

function write<T>(storage: Storage, work: (tx: StorageTransaction) => Promise<T>): Promise<T> {
  return storage.transaction(shop, 'write', work)
}

function groups(storage: Storage): Promise<readonly object[]> {
  return storage.transaction(shop, 'read', (tx) => tx.scan('groups', null, 100))
}

import fc from 'fast-check'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { backUp, inspectBackup, restore } from '../../../backup/index.ts'
import { through } from '../../../backup/through.ts'
import { gzip } from '../../../backup/web.ts'
import type { ErrorCode } from '../../../domain/error/codes.ts'
import { memoryStorage } from '../../../memory/memory-storage.ts'
import type { Storage } from '../../../ports/storage/storage.ts'
import { outcomeOf } from '../commands/outcome.ts'
import { expectSameRows } from '../laws/same-rows.ts'
import { atEveryPoint } from '../world/at-every-point.ts'
import {
  backupOf,
  collected,
  inPieces,
  linesIn,
  sealed,
  textBytes,
  zipped,
  zippedText,
} from '../world/backups.ts'
import { faultyStorage } from '../world/faulty-storage.ts'
import { holds } from '../world/holds.ts'
import { newShop, type OpenStorage, openStorage, sharedStorage, shopIn } from '../world/open.ts'
import { populate } from '../world/population.ts'
import { type Dump, dumpRows } from '../world/rows.ts'
import { alterations } from './altered-backups.ts'

const target = 'kopi-senja'

/** A backup that is no whole one is refused by a typed error, and leaves everything as it was. */
export function badBackups(open: OpenStorage): void {
  describe('bad backups', () => {
    const shared = sharedStorage(open)
    let backup: Uint8Array
    let lines: readonly string[]
    let rows: Dump
    let bystander: Dump

    beforeAll(async () => {
      const storage = memoryStorage()
      const kit = await shopIn(storage, { id: target })
      await populate(kit)
      backup = await backupOf(storage, target)
      lines = await linesIn(backup)
      rows = await dumpRows(storage, target)
      await populate(await shopIn(shared(), { id: 'bystander' }))
      bystander = await dumpRows(shared(), 'bystander')
    })
    afterEach(async () => {
      expectSameRows(await dumpRows(shared(), 'bystander'), bystander)
    })

    async function expectRefused(bytes: Uint8Array, code: ErrorCode): Promise<void> {
      const outcome = await outcomeOf(restore(shared(), inPieces(bytes)))
      expect(outcome).toMatchObject({ done: false, code })
      await expectNothing(shared(), target)
    }

    test('cut short anywhere', async () => {
      const ends = [0, 1, 2, 3, 9, 10, 11, 20, 100, backup.length >> 1]
      const fromEnd = [1, 2, 4, 5, 8, 9, 12, 40, 200].map((n) => backup.length - n)
      for (const end of [...ends, ...fromEnd])
        await expectRefused(backup.subarray(0, end), 'BACKUP_INVALID')
    })

    test('cut short behind any line, and compressed again', async () => {
      for (const i of lines.keys()) {
        const text = lines.slice(0, i).map((line) => `${line}\n`)
        await expectRefused(await zippedText(text.join('')), 'BACKUP_INVALID')
      }
      await expectRefused(await zippedText(lines.join('\n')), 'BACKUP_INVALID')
    })

    test('any bit of the file altered: refused, or the bit said nothing', async () => {
      let restored = 0
      const flips = fc.tuple(fc.nat({ max: backup.length - 1 }), fc.nat({ max: 7 }))
      await holds(
        flips,
        async ([at, bit]) => {
          const shopId = `flipped-${restored}`
          const bytes = flipped(backup, at, bit)
          const outcome = await outcomeOf(restore(shared(), inPieces(bytes), { shopId }))
          if (outcome.done) {
            restored += 1
            return expectSameRows(await dumpRows(shared(), shopId), rows)
          }
          expect(outcome.code).toBe('BACKUP_INVALID')
          await expectNothing(shared(), shopId)
        },
        { ordinary: 500, long: 20_000 },
      )
    })

    test('any bit of the content altered, and compressed again', async () => {
      const text = textBytes(lines)
      const flips = fc.tuple(fc.nat({ max: text.length - 1 }), fc.nat({ max: 7 }))
      await holds(
        flips,
        async ([at, bit]) => {
          const bytes = await zipped(flipped(text, at, bit))
          const outcome = await outcomeOf(restore(shared(), inPieces(bytes)))
          expect(outcome.done).toBe(false)
          if (!outcome.done) expect(['BACKUP_INVALID', 'BACKUP_NEWER']).toContain(outcome.code)
          await expectNothing(shared(), target)
        },
        { ordinary: 100, long: 5_000 },
      )
    })

    test.each(alterations)(
      '$what, under a checksum that fits',
      async ({ alter, code = 'BACKUP_INVALID', isSeen = true }) => {
        const altered = alter(lines)
        expect(altered).not.toEqual(lines)
        const bytes = await sealed(altered)
        await expectRefused(bytes, code)
        expect(await outcomeOf(inspectBackup(inPieces(bytes)))).toMatchObject(
          isSeen ? { done: false, code } : { done: true },
        )
      },
    )

    test('what no backup has behind its end', async () => {
      await expectRefused(await zippedText(`${lines.join('\n')}\n\n`), 'BACKUP_INVALID')
      const twice = `${lines.join('\n')}\n`.repeat(2)
      await expectRefused(await zippedText(twice), 'BACKUP_INVALID')
    })

    test('files of others', async () => {
      const texts = [
        '',
        '\n',
        'Order,Customer\nINV-1,C-1\n',
        '{}\n',
        'null\n',
        '[1]\n',
        '{"format":1}\n',
      ]
      for (const text of texts) {
        await expectRefused(await zippedText(text), 'BACKUP_INVALID')
        await expectRefused(textBytes([text]), 'BACKUP_INVALID')
      }
      await expectRefused(Uint8Array.of(0xff, 0xfe, 0xfd), 'BACKUP_INVALID')
      await expectRefused(await zipped(Uint8Array.of(0xff, 10)), 'BACKUP_INVALID')
    })

    test('a line that does not end, however much of it a small file holds', async () => {
      const megabyte = new Uint8Array(2 ** 20).fill(0x20)
      const bomb = await collected(
        through(gzip, async (give) => {
          for (let i = 0; i < 200; i += 1) await give(megabyte)
        }),
      )
      expect(bomb.length).toBeLessThan(2 ** 20)
      await expectRefused(bomb, 'BACKUP_INVALID')
    })

    test('a shop that is there already stays as it is', async () => {
      const kit = await newShop(open)
      await kit.shop.customers.add({ name: 'Citra' })
      const before = await dumpRows(kit.storage, target)
      const outcome = await outcomeOf(restore(kit.storage, inPieces(backup)))
      expect(outcome).toMatchObject({ code: 'SHOP_ALREADY_EXISTS', field: 'shopId' })
      expectSameRows(await dumpRows(kit.storage, target), before)
      await restore(kit.storage, inPieces(backup), { shopId: 'other' })
      expectSameRows(await dumpRows(kit.storage, 'other'), rows)
    })

    test('a source that fails: its own error, and nothing is kept', async () => {
      const broken = new Error('the network is gone')
      async function* failing(): AsyncGenerator<Uint8Array> {
        yield backup.subarray(0, backup.length - 100)
        throw broken
      }
      await expect(restore(shared(), failing())).rejects.toBe(broken)
      await expectNothing(shared(), target)
    })

    test('a storage that fails at any of its calls', async () => {
      const { storage, observer, ways, failAt, heal } = faultyStorage(await openStorage(open))
      await atEveryPoint(ways, async (point, way) => {
        const shopId = `${way}-${point}`
        failAt(point, way)
        const outcome = await outcomeOf(restore(storage, inPieces(backup), { shopId }))
        const passed = heal()
        const isThere = (await observer.shopIds()).includes(shopId)
        if (isThere) expectSameRows(await dumpRows(observer, shopId), rows)
        else await expectNothing(observer, shopId)
        if (!passed.failed) expect(outcome).toMatchObject({ done: true })
        else if (!isThere) expect(outcome).toMatchObject({ code: 'STORAGE_FAILED' })
        else expect(outcome).toMatchObject({ code: 'STORAGE_OUTCOME_UNKNOWN' })
        return passed
      })
    })

    test('a backup that nobody takes to its end lets the storage go', async () => {
      const { shop, storage } = await newShop(open)
      for await (const piece of backUp(storage, shop.id)) {
        expect(piece.length).toBeGreaterThan(0)
        break
      }
      const unread = backUp(storage, shop.id)
      await shop.customers.add({ name: 'Sari' })
      await unread.return(undefined)
      await shop.customers.add({ name: 'Budi' })
      expect((await shop.reports.monitoring()).total).toBe(2)
    })

    test('a shop that is not there, an id that is none, a storage into itself', async () => {
      const { storage } = await newShop(open)
      const refused = (call: Promise<unknown>) => outcomeOf(call)
      expect(await refused(backupOf(storage, 'nobody'))).toMatchObject({ code: 'SHOP_NOT_FOUND' })
      expect(await refused(backupOf(storage, ''))).toMatchObject({ code: 'SHOP_ID_REQUIRED' })
      const unnamed = restore(storage, inPieces(backup), { shopId: '' })
      expect(await refused(unnamed)).toMatchObject({ code: 'SHOP_ID_REQUIRED' })
      const itself = restore(storage, backUp(storage, target), { shopId: 'copy' })
      expect(await refused(itself)).toMatchObject({ code: 'INVALID_INPUT', field: 'backup' })
      expect(await storage.shopIds()).toEqual([target])
    })
  })
}

async function expectNothing(storage: Storage, shopId: string): Promise<void> {
  expect(Object.values(await dumpRows(storage, shopId)).flat()).toEqual([])
  expect(await storage.shopIds()).not.toContain(shopId)
}

function flipped(bytes: Uint8Array, at: number, bit: number): Uint8Array {
  const copy = bytes.slice()
  copy[at] = (copy[at] ?? 0) ^ (1 << bit)
  return copy
}

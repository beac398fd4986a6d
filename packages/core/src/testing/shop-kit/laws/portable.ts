import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inspectBackup, restore } from '../../../backup/index.ts'
import { memoryStorage } from '../../../memory/memory-storage.ts'
import type { Storage } from '../../../ports/storage/storage.ts'
import type { Command } from '../commands/command.ts'
import { lives } from '../commands/lives.ts'
import { opening } from '../commands/opening.ts'
import { type Script, scriptOn } from '../commands/script.ts'
import { backupOf, inPieces, linesIn } from '../world/backups.ts'
import { kitClock } from '../world/clock.ts'
import { testLaw } from '../world/holds.ts'
import {
  type KitShop,
  type KitShopOptions,
  newShop,
  type OpenStorage,
  openStorage,
  shopIn,
} from '../world/open.ts'
import { dumpRows, rowsOf } from '../world/rows.ts'
import { expectBooks } from './books-balance.ts'
import { expectDerivedRows } from './derived-rows.ts'
import { expectFollowed } from './kept.ts'
import { expectSameRows } from './same-rows.ts'

/**
 * A backup is the same text whichever storage it is of, so that what is shown for memory and this
 * storage holds for this storage and any other that runs the kit.
 */
export function portableLaws(open: OpenStorage): void {
  describe('law 11, portable', () => {
    testLaw(
      'law 11: a shop restored from and into memory and this storage is the same and lives on alike',
      fc.record({ life: lives, later: fc.nat({ max: 30 }) }),
      { ordinary: 10, long: 1_000 },
      async () => {
        const here = await openStorage(open)
        const memory = await openStorage(memoryStorage)
        return async ({ life: { commands, ...settings }, later }, number) => {
          const lived = await liveIn(here, { id: `life-${number}`, ...settings }, [
            ...opening,
            ...commands.slice(later),
          ])
          const copies = await copiesOf(lived.kit, memory)
          await expectSameLives(lived, copies, commands.slice(0, later))
        }
      },
    )

    test('law 11: more rows than fit on a page', async () => {
      const { shop, storage, clock } = await newShop(open)
      const lines = [{ product: 'KOPI-250', quantity: 1, price: 1_000 }]
      const orders = Array.from({ length: 1_250 }, (_, i) => ({
        customer: { name: `Pelanggan ${i}`, external: `C-${i}` },
        orderId: `INV-${i}`,
        at: new Date(clock.now()),
        lines,
      }))
      await shop.transactions.recordMany(orders)
      const backup = await backupOf(storage, shop.id)
      const memory = await openStorage(memoryStorage)
      const { rows } = await restore(memory, inPieces(backup))
      expect(rows).toMatchObject({ customers: 1_250, transactions: 1_250 })
      expect(await inspectBackup(inPieces(backup))).toMatchObject({ shop: shop.id, rows })
      expectSameRows(await dumpRows(memory, shop.id), await dumpRows(storage, shop.id))
    })

    test('law 11: a log that begins late and has gaps keeps its numbers', async () => {
      const { shop, storage } = await newShop(open)
      await shop.customers.add({ name: 'Sari' })
      const { cursor } = await shop.events.read()
      const last = (await rowsOf(storage, shop.id, 'events')).length
      await storage.transaction(shop.id, 'write', (tx) =>
        tx.apply({ insert: {}, put: {}, remove: { events: [[1], [last - 1]] } }),
      )
      await restore(storage, inPieces(await backupOf(storage, shop.id)), { shopId: 'copy' })
      const copy = await shopIn(storage, { id: 'copy' })
      await copy.shop.customers.add({ name: 'Budi' })
      const { events } = await copy.shop.events.read({ after: cursor ?? '' })
      expect(events.map(({ type }) => type)).toEqual(['customer.added'])
    })
  })
}

interface Lived {
  readonly kit: KitShop
  readonly script: Script
}

async function liveIn(
  storage: Storage,
  options: KitShopOptions,
  commands: readonly Command[],
): Promise<Lived> {
  const kit = await shopIn(storage, options)
  const script = scriptOn(kit)
  for (const command of commands) await script.perform(command)
  return { kit, script }
}

/** The shop restored here and in memory, and from there again here and in memory. */
async function copiesOf({ shop, storage }: KitShop, memory: Storage): Promise<readonly Copy[]> {
  const backup = await backupOf(storage, shop.id)
  const at = (way: string, where: Storage): Copy => ({ id: `${shop.id}-${way}`, storage: where })
  const there = at('there', memory)
  await restored(backup, there)
  const fromMemory = await backupOf(memory, there.id)
  const copies = [at('directly', storage), at('back', storage), at('again', memory)]
  const sources = [backup, fromMemory, fromMemory]
  for (const [i, copy] of copies.entries()) await restored(sources[i] ?? backup, copy)
  const [, ...lines] = await linesIn(backup)
  const [, ...linesFromMemory] = await linesIn(fromMemory)
  expect(linesFromMemory.slice(0, -1)).toEqual(lines.slice(0, -1))
  return [there, ...copies]
}

async function restored(backup: Uint8Array, { id, storage }: Copy): Promise<void> {
  await restore(storage, inPieces(backup), { shopId: id })
}

interface Copy {
  readonly id: string
  readonly storage: Storage
}

/** The same commands give the same answers and leave the same rows, in the shop and in each copy. */
async function expectSameLives(
  { kit, script }: Lived,
  copies: readonly Copy[],
  commands: readonly Command[],
): Promise<void> {
  const { storage, shop, clock } = kit
  const start = clock.now()
  const goOn = async ({ id, storage: where }: Copy): Promise<Lived> => {
    const { currency, timeZone } = shop
    const options = { id, currency, timeZone, clock: kitClock(start), seed: 99 }
    const opened = await shopIn(where, options)
    return { kit: opened, script: script.goingOnIn(opened) }
  }
  const before = await dumpRows(storage, shop.id)
  for (const copy of copies) expectSameRows(await dumpRows(copy.storage, copy.id), before)
  const original = await goOn({ id: shop.id, storage })
  const others = await Promise.all(copies.map(goOn))
  for (const command of commands) {
    const outcome = await original.script.perform(command)
    for (const copy of others) {
      const same = await copy.script.perform(command)
      expect(same, `the outcome of ${command.call}`).toEqual(outcome)
    }
  }
  const after = await dumpRows(storage, shop.id)
  for (const copy of others) {
    expectSameRows(await dumpRows(copy.kit.storage, copy.kit.shop.id), after)
  }
  for (const copy of [original, ...others]) {
    await copy.kit.shop.tick()
    await expectDerivedRows(copy.kit)
    await expectFollowed(copy.kit)
    await expectBooks(copy.kit)
    expect(await copy.kit.shop.rebuild()).toBe(0)
  }
}

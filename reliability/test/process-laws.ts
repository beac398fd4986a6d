import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Shop } from '@langganan/core'
import { backUp } from '@langganan/core/backup'
import type { Storage } from '@langganan/core/storage'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { amountOf, invoicesOfChain } from '../src/jobs.ts'
import { openPlace, type Place } from '../src/place.ts'
import { customer, invoices, invoiceTotal, openTheShop, orderMany, shopId } from '../src/shop.ts'
import { WorkerProcess } from '../src/worker-process.ts'
import { temporaryFolder } from './temporary-folder.ts'

const isLong = process.env.LANGGANAN_LONG === '1'
const timeout = isLong ? 3_600_000 : 120_000
const seed = Number(process.env.LANGGANAN_SEED ?? Math.floor(Math.random() * 1e9))

export interface ProcessLaws {
  readonly name: string
  /** Where a database is that is not there yet. */
  newPlace(): Place
  /** Whether the database itself finds nothing wrong with what it holds. */
  isSound(place: Place): Promise<boolean>
}

/** What holds between processes, and of those that are killed, on every storage with a database. */
export function processLaws({ name, newPlace, isSound }: ProcessLaws): void {
  describe(`processes on ${name}, seed ${seed}`, () => {
    const crew: WorkerProcess[] = []
    beforeAll(async () => {
      crew.push(...(await Promise.all(Array.from({ length: 5 }, () => WorkerProcess.start()))))
    })
    afterAll(async () => {
      for (const worker of crew) expect(await worker.end()).toBe(0)
    })

    const starts = isLong ? 100 : 2
    test(`of five processes that come to a new database at once one migrates and none fails, ${starts} times`, {
      timeout,
    }, async () => {
      for (let i = 0; i < starts; i += 1) {
        const place = newPlace()
        const opened = crew.map((worker) => worker.work(place, { do: 'open' }))
        expect(await Promise.all(opened)).toEqual(crew.map(() => shopId))
        const { shop, storage } = await opening(place)
        // Whoever sets a shop up logs it once.
        expect(await rowsIn(storage, 'events')).toHaveLength(1)
        expect(await shop.categories.list()).toHaveLength(5)
        await shop.close()
      }
    })

    const storms = isLong ? 20 : 2
    test(`50 calls with one key at once, by five processes: one row and 50 equal answers, ${storms} times`, {
      timeout,
    }, async () => {
      const place = newPlace()
      const { shop, storage } = await opening(place)
      for (let i = 1; i <= storms; i += 1) {
        const job = { do: 'repeat', orderId: `INV-${i}`, times: 10 } as const
        const answers = (await Promise.all(crew.map((worker) => worker.work(place, job)))).flat()
        expect(answers).toHaveLength(50)
        for (const answer of answers) expect(answer).toEqual(answers[0])
        expect(await rowsIn(storage, 'transactions')).toHaveLength(i)
      }
      await expectInOrder(shop, place)
    })

    const payments = isLong ? 1_000 : 50
    test(`two processes × ${payments} payments: the balance is exact and no error is shown`, {
      timeout,
    }, async () => {
      const place = newPlace()
      const { shop, storage } = await opening(place)
      await orderMany(shop, invoices(20))
      const orders = Array.from({ length: payments }, (_, i) => `INV-${i % 20}`)
      const counts = await Promise.all(
        crew
          .slice(0, 2)
          .map((worker, i) =>
            worker.work(place, { do: 'pay', who: `cashier ${i}`, orders, amount: 7, atOnce: 4 }),
          ),
      )
      expect(counts).toEqual([{ done: payments }, { done: payments }])
      const paid = 2 * payments * 7
      expect(await valueOfSari(shop)).toMatchObject({ paid, balance: 20 * invoiceTotal - paid })
      expect(await rowsIn(storage, 'payments')).toHaveLength(2 * payments)
      await expectInOrder(shop, place)
    })

    const pairs = isLong ? 1_000 : 50
    test(`${pairs} pairs of different references on one invoice, by two processes: none is overpaid`, {
      timeout,
    }, async () => {
      const place = newPlace()
      const { shop, storage } = await opening(place)
      const orders = invoices(pairs)
      await orderMany(shop, orders)
      const amount = 60_000
      const counts = await Promise.all(
        crew
          .slice(0, 2)
          .map((worker, i) =>
            worker.work(place, { do: 'pay', who: `cashier ${i}`, orders, amount, atOnce: 4 }),
          ),
      )
      expect(sum(counts, 'done')).toBe(pairs)
      expect(sum(counts, 'PAYMENT_EXCEEDS_BALANCE')).toBe(pairs)
      const settled = (await rowsIn(storage, 'transactions')).map((row) => row.settled)
      expect(settled).toEqual(orders.map(() => amount))
      expect(await valueOfSari(shop)).toMatchObject({ paid: pairs * amount })
      await expectInOrder(shop, place)
    })

    const kills = isLong ? 200 : 3
    test(`${kills} × kill -9 of a writer: nothing acknowledged is lost, nothing is there twice`, {
      timeout,
    }, async () => {
      const place = newPlace()
      const { shop, storage } = await opening(place)
      await orderMany(shop, invoices(invoicesOfChain))
      let from = 0
      for (let i = 0; i < kills; i += 1) {
        const writer = await WorkerProcess.start()
        const told = await writer.workUntilKilled(place, { do: 'chain', from }, 1 + drawn(i, 12))
        expect(told).toEqual(told.map((_, n) => String(from + n)))
        from += told.length
      }
      await expectChain(storage, from)
      await expectInOrder(shop, place)
    })

    const restores = isLong ? 20 : 1
    test(`of a restore that is killed, ${restores} times, nothing is left, and it can be begun again`, {
      timeout,
    }, async () => {
      const { shop, storage } = await opening(newPlace())
      const many = Array.from({ length: 3_000 }, (_, i) => ({ name: `Pelanggan ${i}` }))
      await shop.customers.addMany(many)
      const backup = join(temporaryFolder(), 'backup')
      await pipeline(backUp(storage, shopId), createWriteStream(backup))
      const place = newPlace()
      for (let i = 0; i < restores; i += 1) {
        const worker = await WorkerProcess.start()
        await worker.workUntilKilled(place, { do: 'restore', backup }, 2 + drawn(i, 30))
        const left = await openPlace(place)
        expect(await left.shopIds()).toEqual([])
        expect(await rowsIn(left, 'customers')).toEqual([])
        await left.close()
      }
      await crew[0]?.work(place, { do: 'restore', backup })
      const restored = await opening(place)
      expect((await restored.shop.reports.monitoring()).total).toBe(3_000)
      await expectInOrder(restored.shop, place)
    })

    async function expectInOrder(shop: Shop, place: Place): Promise<void> {
      expect(await shop.verify()).toEqual({ sound: true, findings: [] })
      expect((await shop.reports.trialBalance()).balanced).toBe(true)
      expect(await isSound(place)).toBe(true)
    }
  })
}

/** A shop of this process's own, closed when the test ends. */
async function opening(place: Place): Promise<{ readonly shop: Shop; readonly storage: Storage }> {
  const storage = await openPlace(place)
  onTestFinished(() => storage.close())
  return { shop: await openTheShop(storage), storage }
}

/**
 * Every link up to the last that was acknowledged is there once, with its amount; of the one that was
 * under way when the last writer was killed all is there, or a first part, or nothing.
 */
async function expectChain(storage: Storage, acknowledged: number): Promise<void> {
  const payments = (await rowsIn(storage, 'payments')).filter(({ reference }) => reference !== null)
  const amounts = new Map(payments.map(({ reference, amount }) => [reference, amount]))
  expect(amounts.size).toBe(payments.length)
  for (let i = 0; i < acknowledged; i += 1) expect(amounts.get(`P-${i}`)).toBe(amountOf(i))
  expect([acknowledged, acknowledged + 1]).toContain(payments.length)
  const orders = (await rowsIn(storage, 'transactions')).map(({ orderId }) => orderId)
  const sales = orders.filter((orderId) => orderId.startsWith('SALE-'))
  expect(new Set(sales).size).toBe(sales.length)
  for (let i = 0; i < acknowledged; i += 3) expect(sales).toContain(`SALE-${i}`)
  expect(sales.length - Math.ceil(acknowledged / 3)).toBeLessThanOrEqual(1)
}

function rowsIn<T extends 'events' | 'transactions' | 'payments' | 'customers'>(
  storage: Storage,
  table: T,
) {
  return storage.transaction(shopId, 'read', (tx) => tx.scan(table, null, Number.MAX_SAFE_INTEGER))
}

async function valueOfSari(shop: Shop): Promise<object> {
  const sari = await shop.customers.find('phone', customer.phone)
  if (sari === null) throw new Error('Sari is there')
  return shop.value.of(sari.id)
}

function sum(counts: readonly unknown[], code: string): number {
  return counts.reduce<number>((total, each) => {
    const count: unknown = typeof each === 'object' && each ? Reflect.get(each, code) : 0
    return total + (typeof count === 'number' ? count : 0)
  }, 0)
}

/** An integer below a limit, drawn by the seed. */
function drawn(nth: number, limit: number): number {
  let bits = Math.imul(seed ^ Math.imul(nth + 1, 0x9e37_79b1), 0x85eb_ca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2_ae35)
  return ((bits ^ (bits >>> 16)) >>> 0) % limit
}

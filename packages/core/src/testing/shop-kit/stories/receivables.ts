import { describe, expect, test } from 'vitest'
import type { Predicate } from '../../../domain/segments/predicate.ts'
import { kitClock } from '../world/clock.ts'
import { newShop, type OpenStorage } from '../world/open.ts'

const day = 86_400_000
const priced = (price: number) => [{ product: 'KOPI-250', quantity: 1, price }]
const overdueSince = (step: { days: number }): Predicate => ({
  field: 'overdue',
  is: '<=',
  value: { ago: step },
})
const overdueBalance = (value: number): Predicate => ({ field: 'overdueBalance', is: '>=', value })

export function receivableStories(open: OpenStorage): void {
  describe('stories: receivables', () => {
    test('an invoice is overdue from the local midnight after its due date', async () => {
      // 11 March 2026, 23:59:59.999 in Jayapura.
      const clock = kitClock(Date.UTC(2026, 2, 11, 14, 59, 59, 999))
      const { shop } = await newShop(open, { timeZone: 'Asia/Jayapura', clock })
      const { id: customer } = await shop.customers.add({ name: 'Sari' })
      const order = { customer, orderId: 'INV-1', lines: priced(300_000), dueDate: '2026-03-11' }
      await shop.transactions.record({ ...order, paid: 50_000 })
      const midnight = new Date(clock.now() + 1)
      expect(await shop.value.of(customer)).toMatchObject({
        overdueSince: midnight,
        overdueBalance: 0,
      })
      expect(await shop.segments.count(overdueBalance(1))).toBe(0)
      expect(await shop.segments.count(overdueSince({ days: 1 }))).toBe(0)
      clock.step(1)
      expect(await shop.value.of(customer)).toMatchObject({ overdueBalance: 250_000 })
      expect(await shop.segments.count(overdueBalance(250_000))).toBe(1)
      expect(await shop.segments.count(overdueBalance(250_001))).toBe(0)
      clock.step(30 * day - 1)
      expect(await shop.segments.count(overdueSince({ days: 30 }))).toBe(0)
      clock.step(1)
      expect(await shop.segments.count(overdueSince({ days: 30 }))).toBe(1)
    })

    test('payments move on to the next open invoice, in whatever order they are made', async () => {
      const { shop } = await newShop(open)
      const { id: customer } = await shop.customers.add({ name: 'Toko Maju' })
      const due = ['2026-03-05', '2026-03-01', '2026-03-09', '2026-03-09', '2026-06-30']
      for (const [i, dueDate] of due.entries()) {
        const order = { customer, orderId: `INV-${i}`, lines: priced(100_000), dueDate }
        await shop.transactions.record(order)
      }
      await shop.transactions.record({ customer, orderId: 'INV-9', lines: priced(70_000) })
      const now = async (): Promise<readonly unknown[]> => {
        const { overdueSince: since, overdueBalance: sum } = await shop.value.of(customer)
        return [since?.toISOString().slice(0, 10), sum]
      }
      const pay = (i: number, amount: number): Promise<unknown> =>
        shop.transactions.pay({ orderId: `INV-${i}`, amount })
      // The local midnight after 1 March is 17:00 of that day in UTC.
      expect(await now()).toEqual(['2026-03-01', 400_000])
      await pay(0, 100_000)
      expect(await now()).toEqual(['2026-03-01', 300_000])
      await pay(1, 99_999)
      expect(await now()).toEqual(['2026-03-01', 200_001])
      await pay(1, 1)
      expect(await now()).toEqual(['2026-03-09', 200_000])
      await pay(2, 100_000)
      expect(await now()).toEqual(['2026-03-09', 100_000])
      await pay(3, 100_000)
      expect(await now()).toEqual(['2026-06-30', 0])
      await pay(4, 100_000)
      expect(await now()).toEqual([undefined, 0])
      expect(await shop.rebuild()).toBe(0)
    })

    test('what is paid at once, has no due date or goes back is never overdue', async () => {
      const { shop } = await newShop(open)
      const { id: customer } = await shop.customers.add({ name: 'Sari' })
      const lines = priced(100_000)
      const dueDate = '2026-03-01'
      await shop.transactions.record({ customer, orderId: 'INV-1', lines, dueDate, paid: true })
      await shop.transactions.record({ customer, orderId: 'INV-2', lines: priced(0), dueDate })
      await shop.transactions.record({ customer, orderId: 'INV-3', lines })
      await shop.transactions.record({ customer, orderId: 'INV-4', lines, dueDate: '9999-12-31' })
      const back = [{ product: 'KOPI-250', quantity: -1, price: 100_000 }]
      await shop.transactions.record({
        kind: 'creditNote',
        customer,
        orderId: 'CN-1',
        lines: back,
      })
      const none = { overdueSince: null, overdueBalance: 0 }
      expect(await shop.value.of(customer)).toMatchObject(none)
      expect(await shop.segments.count({ field: 'overdue', is: 'missing' })).toBe(1)
      expect(await shop.rebuild()).toBe(0)
    })

    test('the balance is book money, of the invoices that are overdue alone', async () => {
      const { shop } = await newShop(open)
      const { id: customer } = await shop.customers.add({ name: 'Sari' })
      const foreign = { currency: 'USD', rate: '16000', dueDate: '2026-03-01' }
      await shop.transactions.record({
        customer,
        orderId: 'INV-1',
        lines: priced(1_050),
        ...foreign,
        paid: 50,
      })
      const later = { lines: priced(40_000), dueDate: '2026-12-31' }
      await shop.transactions.record({ customer, orderId: 'INV-2', ...later })
      expect(await shop.value.of(customer)).toMatchObject({
        balance: 200_000,
        overdueBalance: 160_000,
      })
      const rule: Predicate = { field: 'overdueBalance', is: 'between', value: [160_000, 160_000] }
      expect(await shop.segments.count(rule)).toBe(1)
    })

    test('a batch keeps the earliest of what it records', async () => {
      const { shop } = await newShop(open)
      const { id: customer } = await shop.customers.add({ name: 'Sari' })
      const order = (orderId: string, dueDate: string, paid: boolean) => ({
        customer,
        orderId,
        dueDate,
        lines: priced(10_000),
        ...(paid ? { paid: true as const } : {}),
      })
      await shop.transactions.recordMany([
        order('INV-1', '2026-03-08', false),
        order('INV-2', '2026-03-01', true),
        order('INV-3', '2026-03-05', false),
      ])
      expect((await shop.value.of(customer)).overdueSince).toEqual(new Date('2026-03-05T17:00:00Z'))
      expect(await shop.rebuild()).toBe(0)
    })
  })
}

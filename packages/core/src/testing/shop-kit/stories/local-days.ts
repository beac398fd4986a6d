import { describe, expect, test } from 'vitest'
import type { Period } from '../../../domain/segments/predicate.ts'
import { outcomeOf } from '../commands/outcome.ts'
import { kitClock } from '../world/clock.ts'
import { newShop, type OpenStorage } from '../world/open.ts'

const day = 86_400_000
const lines = [{ product: 'KOPI-250', quantity: 1, price: 50_000 }]

export function localDayStories(open: OpenStorage): void {
  describe('stories: local days', () => {
    test('a day begins at midnight of the shop, whatever the machine’s', async () => {
      // 10 March 2026, 23:59:59.999 in Jayapura; still the 10th in Jakarta and in New York.
      const clock = kitClock(Date.UTC(2026, 2, 10, 14, 59, 59, 999))
      const { shop } = await newShop(open, { timeZone: 'Asia/Jayapura', clock })
      const born = (birthDate: string) => shop.customers.add({ name: 'Bayi', birthDate })
      expect(await outcomeOf(born('2026-03-11'))).toMatchObject({
        done: false,
        code: 'TIME_IN_FUTURE',
      })
      const { id: customer } = await born('2026-03-10')
      await shop.transactions.record({ customer, orderId: 'INV-1', lines, dueDate: '2026-03-31' })
      const today = { field: 'lastPurchase', is: 'in', value: { this: 'day' } } as const
      const on = (date: string) =>
        ({ field: 'lastPurchase', is: 'in', value: { on: date } }) as const
      expect(await shop.segments.count(today)).toBe(1)
      expect(await shop.segments.count(on('2026-03-10'))).toBe(1)
      clock.step(1)
      expect(await shop.segments.count(today)).toBe(0)
      expect(await shop.segments.count(on('2026-03-11'))).toBe(0)
      expect((await born('2026-03-11')).birthDate).toBe('2026-03-11')
      expect(await shop.transactions.get('INV-1')).toMatchObject({ dueDate: '2026-03-31' })
    })

    test('birthdays are of the shop’s day, and 29 February counts as the 28th', async () => {
      const clock = kitClock(Date.UTC(2026, 1, 28, 4, 59, 59, 999)) // 27 February in New York
      const { shop } = await newShop(open, { timeZone: 'America/New_York', clock })
      await shop.customers.add({ name: 'Kabisat', birthDate: '1992-02-29' })
      const today = { field: 'birthday', is: 'in', value: { this: 'day' } } as const
      const age = (years: number) => ({ field: 'age', is: '=', value: years }) as const
      expect([await shop.segments.count(today), await shop.segments.count(age(33))]).toEqual([0, 1])
      clock.step(1)
      expect([await shop.segments.count(today), await shop.segments.count(age(34))]).toEqual([1, 1])
      clock.step(day)
      expect(await shop.segments.count(today)).toBe(0)
    })

    test('the next seven days of birthdays begin today, and so do the last, to the day', async () => {
      // 15 March 2026, noon in Jakarta.
      const { shop } = await newShop(open, { clock: kitClock(Date.UTC(2026, 2, 15, 5)) })
      for (const day of ['07', '08', '14', '15', '16', '22', '23']) {
        await shop.customers.add({ name: day, birthDate: `1990-03-${day}` })
      }
      const born = async (value: Period): Promise<readonly string[]> => {
        const where = { field: 'birthday', is: 'in', value } as const
        const { rows } = await shop.customers.list({ where, sort: 'name' })
        return rows.map(({ name }) => name)
      }
      expect(await born({ next: { days: 7 } })).toEqual(['15', '16', '22'])
      expect(await born({ next: { weeks: 1 } })).toEqual(['15', '16', '22'])
      expect(await born({ last: { days: 7 } })).toEqual(['08', '14', '15'])
      expect(await born({ this: 'day' })).toEqual(['15'])
      expect(await born({ next: 'day' })).toEqual(['16'])
    })

    test('the window is 24 hours long also on the day when clocks are put forward', async () => {
      const clock = kitClock(Date.UTC(2026, 2, 8, 6, 30)) // New York skips 02:00 to 03:00
      const { shop } = await newShop(open, { timeZone: 'America/New_York', clock })
      const { id: customer } = await shop.customers.add({ name: 'Sari', phone: '0812-3456-7890' })
      await shop.interactions.record({ customer, kind: 'chat' })
      expect((await shop.interactions.window(customer)).closesAt).toEqual(
        new Date(Date.UTC(2026, 2, 9, 6, 30)),
      )
      clock.step(day - 1)
      expect(await shop.interactions.window(customer)).toMatchObject({ state: 'free-form' })
      clock.step(1)
      expect(await shop.interactions.window(customer)).toMatchObject({ state: 'template-only' })
    })
  })
}

import { describe, expect, test } from 'vitest'
import type { Period } from '../../../domain/segments/predicate.ts'
import type { Shop } from '../../../shop/shop.ts'
import { kitClock } from '../world/clock.ts'
import { newShop, type OpenStorage } from '../world/open.ts'

const day = 86_400_000
const lines = [{ product: 'KOPI-250', quantity: 1, price: 50_000 }]

export function anniversaryStories(open: OpenStorage): void {
  describe('stories: anniversaries of the first purchase', () => {
    test('the day comes back every year, and the first one is none', async () => {
      const clock = kitClock(Date.UTC(2025, 2, 14, 17)) // 15 March, 00:00 in Jakarta
      const { shop } = await newShop(open, { clock })
      await buy(shop, 'Sari', clock.now())
      const today = { this: 'day' } as const
      const soon = { next: { days: 3 } } as const
      expect([await observed(shop, today), await observed(shop, soon)]).toEqual([[], []])
      clock.step(365 * day - 3 * day - 1)
      expect(await observed(shop, soon)).toEqual([])
      clock.step(1)
      expect(await observed(shop, soon)).toEqual(['Sari'])
      expect(await observed(shop, today)).toEqual([])
      clock.step(3 * day)
      expect(await observed(shop, today)).toEqual(['Sari'])
      clock.step(day)
      expect([await observed(shop, today), await observed(shop, soon)]).toEqual([[], []])
      expect(await observed(shop, { last: { days: 1 } })).toEqual(['Sari'])
    })

    test('29 February is observed on the 28th in other years', async () => {
      const clock = kitClock(Date.UTC(2024, 1, 29, 5))
      const { shop } = await newShop(open, { clock })
      await buy(shop, 'Kabisat', clock.now())
      const on = (date: string): Promise<readonly string[]> => observed(shop, { on: date })
      expect(await on('2024-02-29')).toEqual([])
      expect(await on('2025-02-28')).toEqual(['Kabisat'])
      expect(await on('2025-03-01')).toEqual([])
      expect(await on('2028-02-28')).toEqual([])
      expect(await on('2028-02-29')).toEqual(['Kabisat'])
      // From the purchase on a whole year, in which the day came back once.
      expect(await observed(shop, { between: ['2024-02-29', '2025-02-28'] })).toEqual(['Kabisat'])
      expect(await observed(shop, { between: ['2024-02-29', '2025-02-27'] })).toEqual([])
    })

    test('an order of an earlier day makes that the first, of a later one nothing', async () => {
      // 10 March 2026, 10:00 in Jakarta; the orders are of late evenings in UTC.
      const { shop } = await newShop(open)
      const { id: customer } = await shop.customers.add({ name: 'Sari' })
      const record = (orderId: string, at: string): Promise<unknown> =>
        shop.transactions.record({ customer, orderId, at: new Date(at), lines })
      const on = (date: string): Promise<readonly string[]> => observed(shop, { on: date })
      expect(await shop.segments.count({ field: 'firstPurchaseAnniversary', is: 'missing' })).toBe(
        1,
      )
      await record('INV-2', '2025-06-09T20:00:00Z')
      expect(await on('2026-06-10')).toEqual(['Sari'])
      await record('INV-3', '2025-07-01T20:00:00Z')
      expect(await on('2026-06-10')).toEqual(['Sari'])
      await record('INV-1', '2025-05-31T20:00:00Z')
      expect([await on('2026-06-10'), await on('2026-06-01')]).toEqual([[], ['Sari']])
      expect(await shop.rebuild()).toBe(0)
    })
  })
}

async function buy(shop: Shop, name: string, at: number): Promise<void> {
  const { id: customer } = await shop.customers.add({ name })
  await shop.transactions.record({ customer, orderId: name, at: new Date(at), lines })
}

async function observed(shop: Shop, value: Period): Promise<readonly string[]> {
  const where = { field: 'firstPurchaseAnniversary', is: 'in', value } as const
  return (await shop.customers.list({ where })).rows.map(({ name }) => name)
}

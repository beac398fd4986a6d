import { describe, expect, test } from 'vitest'
import type { Shop } from '../../../shop/shop.ts'
import { type KitShop, newShop, type OpenStorage } from '../world/open.ts'

const day = 86_400_000
const lines = [{ product: 'KOPI-250', quantity: 1, price: 50_000 }]

export function loyaltyStories(open: OpenStorage): void {
  describe('stories: loyalty', () => {
    test('stages change at exact instants: two gaps after the last order, and four', async () => {
      const kit = await newShop(open)
      const sari = await buyer(kit, 'Sari', [0])
      const start = kit.clock.now()
      expect(await stage(kit.shop, sari)).toBe('one-time')
      const { slippingAt, lapsedAt, rhythm } = await kit.shop.value.loyalty(sari)
      expect(rhythm).toEqual({ days: 30, of: 'shop' })
      expect([slippingAt, lapsedAt]).toEqual([
        new Date(start + 60 * day),
        new Date(start + 120 * day),
      ])
      kit.clock.step(60 * day - 1)
      expect(await stage(kit.shop, sari)).toBe('one-time')
      expect(await kit.shop.segments.count({ field: 'loyalty', is: '=', value: 'slipping' })).toBe(
        0,
      )
      kit.clock.step(1)
      expect(await stage(kit.shop, sari)).toBe('slipping')
      expect(await kit.shop.segments.count({ field: 'loyalty', is: '=', value: 'slipping' })).toBe(
        1,
      )
      kit.clock.step(60 * day - 1)
      expect(await stage(kit.shop, sari)).toBe('slipping')
      kit.clock.step(1)
      expect(await stage(kit.shop, sari)).toBe('lapsed')
    })

    test('from prospect to loyal', async () => {
      const kit = await newShop(open)
      const { id } = await kit.shop.customers.add({ name: 'Sari' })
      expect(await stage(kit.shop, id)).toBe('prospect')
      expect(await kit.shop.value.loyalty(id)).toMatchObject({
        orders: 0,
        rhythm: null,
        slippingAt: null,
        reasons: ['Has no standing order yet.'],
      })
      const stages: string[] = []
      for (let i = 0; i < 7; i += 1) {
        await kit.shop.transactions.record({ customer: id, orderId: `INV-${i}`, lines })
        stages.push(await stage(kit.shop, id))
        kit.clock.step(7 * day)
      }
      expect(stages).toEqual([
        'one-time',
        'repeat',
        'repeat',
        'regular',
        'regular',
        'loyal',
        'loyal',
      ])
    })

    test('equal counts with different rhythms differ', async () => {
      const kit = await newShop(open)
      const weekly = await buyer(kit, 'Mingguan', [42, 35, 28, 21])
      const monthly = await buyer(kit, 'Bulanan', [111, 81, 51, 21])
      expect(await kit.shop.value.of(weekly)).toMatchObject({ orders: 4 })
      expect(await kit.shop.value.of(monthly)).toMatchObject({ orders: 4 })
      expect(await kit.shop.value.loyalty(weekly)).toMatchObject({
        stage: 'slipping',
        rhythm: { days: 7, of: 'customer' },
      })
      expect(await kit.shop.value.loyalty(monthly)).toMatchObject({
        stage: 'regular',
        rhythm: { days: 30, of: 'customer' },
      })
    })

    test('the rhythm is the median of all gaps, and a backdated order moves it', async () => {
      const kit = await newShop(open)
      const sari = await buyer(kit, 'Sari', [20, 20, 20, 10, 0])
      expect((await kit.shop.value.loyalty(sari)).rhythm).toEqual({ days: 5, of: 'customer' })
      const at = new Date(kit.clock.now() - 50 * day)
      await kit.shop.transactions.record({ customer: sari, orderId: 'LATE', at, lines })
      expect(await kit.shop.value.loyalty(sari)).toMatchObject({
        rhythm: { days: 10, of: 'customer' },
        stage: 'regular',
      })
      expect(await kit.shop.value.of(sari)).toMatchObject({ orders: 6, firstPurchaseAt: at })
    })

    test('several orders in an afternoon count as a rhythm of one day', async () => {
      const kit = await newShop(open)
      const sari = await buyer(kit, 'Sari', [0, 0, 0, 0])
      const last = kit.clock.now()
      expect(await kit.shop.value.loyalty(sari)).toMatchObject({
        stage: 'regular',
        rhythm: { days: 1, of: 'customer' },
        slippingAt: new Date(last + 2 * day),
        lapsedAt: new Date(last + 4 * day),
      })
      const budi = await buyer(kit, 'Budi', [0])
      expect(await kit.shop.value.refreshRhythm()).toBe(0)
      expect(await kit.shop.value.loyalty(budi)).toMatchObject({
        rhythm: { days: 1, of: 'shop' },
        slippingAt: new Date(last + 2 * day),
      })
      expect(await kit.shop.rebuild()).toBe(0)
    })

    test('a rhythm that is measured again and found the same is written once', async () => {
      const kit = await newShop(open)
      await buyer(kit, 'Sari', [14, 7, 0])
      const written = async () => {
        const { events } = await kit.shop.events.read({ limit: 1_000 })
        return events.filter(({ type }) => type === 'loyalty.refreshed').length
      }
      expect(await kit.shop.value.refreshRhythm()).toBe(7)
      expect(await kit.shop.value.refreshRhythm()).toBe(7)
      expect(await written()).toBe(1)
      await buyer(kit, 'Budi', [21, 0])
      await buyer(kit, 'Dewi', [21, 0])
      expect(await kit.shop.value.refreshRhythm()).toBe(14)
      expect(await written()).toBe(2)
    })

    test('of two middle gaps the shop’s rhythm is the mean', async () => {
      const kit = await newShop(open)
      const sari = await buyer(kit, 'Sari', [14, 0])
      await buyer(kit, 'Budi', [7, 0])
      expect(await kit.shop.value.refreshRhythm()).toBe(10.5)
      expect((await kit.shop.value.loyalty(sari)).rhythm).toEqual({ days: 10.5, of: 'shop' })
    })

    test('the shop’s rhythm is measured when asked, and moves those who go by it', async () => {
      const kit = await newShop(open)
      expect(await kit.shop.value.refreshRhythm()).toBeNull()
      const sari = await buyer(kit, 'Sari', [14, 0])
      await buyer(kit, 'Budi', [30, 20, 10, 0])
      expect((await kit.shop.value.loyalty(sari)).rhythm).toEqual({ days: 30, of: 'shop' })
      expect(await kit.shop.value.refreshRhythm()).toBe(10)
      expect(await kit.shop.value.loyalty(sari)).toMatchObject({
        rhythm: { days: 10, of: 'shop' },
        slippingAt: new Date(kit.clock.now() + 20 * day),
      })
      expect(await kit.shop.rebuild()).toBe(0)
    })
  })
}

/** A customer with an order so many days ago, each. */
async function buyer(
  { shop, clock }: KitShop,
  name: string,
  daysAgo: readonly number[],
): Promise<string> {
  const { id } = await shop.customers.add({ name })
  for (const [i, days] of daysAgo.entries()) {
    const at = new Date(clock.now() - days * day)
    await shop.transactions.record({ customer: id, orderId: `${name}-${i}`, at, lines })
  }
  return id
}

async function stage(shop: Shop, customer: string): Promise<string> {
  return (await shop.value.loyalty(customer)).stage
}

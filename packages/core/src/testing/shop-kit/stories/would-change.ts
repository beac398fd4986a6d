import { describe, expect, test } from 'vitest'
import { newShop, type OpenStorage } from '../world/open.ts'

const day = 86_400_000
const lines = [{ product: 'KOPI-250', quantity: 1, price: 250_000 }]

export function wouldChangeStories(open: OpenStorage): void {
  describe('stories: what would change', () => {
    test('how much more a customer must buy, how long to wait, and what staff can do', async () => {
      const { shop, clock } = await newShop(open)
      const { id: sari } = await shop.customers.add({ name: 'Sari', city: 'Bandung' })
      const at = new Date(clock.now())
      await shop.transactions.record({ customer: sari, orderId: 'INV-1', at, lines, paid: true })
      await shop.segments.create({
        name: 'Loyal',
        where: 'city = "Bandung" and ltv >= 1_000_000 and orders >= 2',
      })
      const outside = await shop.segments.whatWouldChange('Loyal', sari)
      expect(outside.holds).toBe(false)
      expect(outside.changes).toEqual([
        {
          action: {
            kind: 'buy',
            orders: [
              [
                {
                  product: null,
                  category: null,
                  colour: null,
                  size: null,
                  quantity: 1,
                  amount: 750_000,
                },
              ],
            ],
            paid: 'yes',
            method: 'cash',
          },
          sentence: 'Rp 750.000 more in one order, paid',
        },
      ])
      const sebab = await shop.segments.whatWouldChange('Loyal', sari, { locale: 'id' })
      expect(sebab.changes.map(({ sentence }) => sentence)).toEqual([
        'Rp 750.000 lagi dalam 1 pesanan, lunas',
      ])

      clock.step(day)
      const gone = await shop.segments.whatWouldChange('last purchase > 60 days ago', sari)
      expect(gone.changes.map(({ sentence }) => sentence)).toEqual([
        'waiting until 9 May 2026 10:00',
      ])
      expect(gone.next).toEqual({ at: new Date(at.getTime() + 60 * day) })

      const inside = await shop.segments.whatWouldChange('city = "Bandung" or ltv < 5', sari)
      expect(inside.changes.map(({ sentence }) => sentence)).toEqual(['the city taken away'])
    })

    test('what is owed, the oldest first where one order is not enough', async () => {
      const { shop } = await newShop(open)
      const { id: sari } = await shop.customers.add({ name: 'Sari' })
      for (const orderId of ['INV-1', 'INV-2'])
        await shop.transactions.record({ customer: sari, orderId, lines, paid: 50_000 })
      const small = await shop.segments.whatWouldChange('balance > 350_000', sari)
      expect(small.changes.map(({ sentence }) => sentence)).toContain(
        'Rp 50.000 paid of order “INV-1”',
      )
      const all = await shop.segments.whatWouldChange('balance > 0', sari)
      expect(all.changes.map(({ sentence }) => sentence)).toContain(
        'Rp 400.000 paid of orders “INV-1”, “INV-2”',
      )
    })

    test('a tag that is given by rule follows what a customer buys', async () => {
      const { shop } = await newShop(open)
      await shop.tags.create({ name: 'Sultan', ltvMin: 300_000 })
      const { id: sari } = await shop.customers.add({ name: 'Sari' })
      const { changes } = await shop.segments.whatWouldChange('has tag "Sultan"', sari)
      expect(changes.map(({ sentence }) => sentence)).toEqual([
        'the tag “Sultan” given by hand',
        'Rp 300.000 more in one order, paid',
      ])
      const both = 'has tag "Sultan" and balance = 0 and not ltv >= 300_001'
      expect((await shop.segments.whatWouldChange(both, sari)).changes).toHaveLength(2)
    })

    test('nothing is named where nothing would change it, and options are checked', async () => {
      const { shop } = await newShop(open)
      const { id: sari } = await shop.customers.add({ name: 'Sari' })
      const { holds, changes, next } = await shop.segments.whatWouldChange({ all: [] }, sari)
      expect([holds, changes]).toEqual([true, []])
      expect(next).toHaveProperty('noneBefore')
      const inWords = shop.segments.whatWouldChange
      const asked = Reflect.apply(inWords, undefined, ['archived', sari, { locale: 'fr' }])
      await expect(asked).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'locale' })
    })
  })
}

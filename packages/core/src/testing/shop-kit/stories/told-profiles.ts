import { describe, expect, test } from 'vitest'
import type { LearnInput } from '../../../shop/input/customer.ts'
import { newShop, type OpenStorage } from '../world/open.ts'

const at = (day: number) => new Date(Date.UTC(2026, 1, day))

export function toldProfileStories(open: OpenStorage): void {
  describe('stories: what platforms tell of customers', () => {
    test('of names and sources told at several times the first counts, in any order', async () => {
      const { shop } = await newShop(open)
      const told: readonly LearnInput[] = [
        { name: 'Sari', nameToldAt: at(2), source: 'ad', campaign: 'b', sourceToldAt: at(3) },
        { name: 'Sari Dewi', nameToldAt: at(1), adClickId: 'c-1', sourceToldAt: at(2) },
        { name: 'Sri', nameToldAt: at(1), source: 'post', sourceToldAt: at(5) },
        { name: '+6281234567890', nameToldAt: 'never' },
      ]
      for (const [i, order] of [told, told.toReversed()].entries()) {
        const placeholder = { name: `ID.${i}`, nameToldAt: 'never' } as const
        const inbound = { ...placeholder, userId: `ID.${i}`, acquisition: 'inbound' } as const
        const { id } = await shop.customers.add(inbound)
        for (const each of order) await shop.customers.learn(id, each)
        expect(await shop.customers.get(id)).toMatchObject({
          name: 'Sari Dewi',
          nameToldAt: at(1),
          source: null,
          campaign: null,
          adClickId: 'c-1',
          sourceToldAt: at(2),
        })
      }
    })

    test('what the shop says stays, whenever something was told', async () => {
      const { shop } = await newShop(open)
      const { id } = await shop.customers.add({ name: 'Bu Sari', source: 'pasar' })
      const told = { name: 'Sari', nameToldAt: at(1), source: 'ad', sourceToldAt: at(1) }
      expect(await shop.customers.learn(id, told)).toMatchObject({
        name: 'Bu Sari',
        nameToldAt: null,
        source: 'pasar',
      })
      const by = { name: 'Budi', nameToldAt: at(1), phone: '0857-1111-2222' }
      const { id: budi } = await shop.customers.add(by)
      await shop.customers.edit(budi, { name: 'Pak Budi' })
      expect(await shop.customers.learn(budi, { name: 'Budi', nameToldAt: at(0) })).toMatchObject({
        name: 'Pak Budi',
        nameToldAt: null,
      })
    })

    test('a name that comes with a sale takes the place of what stood for one, and of no other', async () => {
      const { shop } = await newShop(open)
      const phone = '0812-3456-7890'
      const { id } = await shop.customers.add({
        name: '+6281234567890',
        nameToldAt: 'never',
        phone,
      })
      const sale = (name: string, orderId: string) =>
        shop.transactions.record({
          customer: { name, phone },
          orderId,
          lines: [{ product: 'KOPI-250', quantity: 1, price: 1 }],
        })
      await sale('Bu Sari', 'INV-1')
      await sale('Sari', 'INV-2')
      expect(await shop.customers.get(id)).toMatchObject({ name: 'Bu Sari', nameToldAt: null })
      expect(await shop.rebuild()).toBe(0)
    })

    test('a time that lies ahead counts as now', async () => {
      const { shop, clock } = await newShop(open)
      const now = new Date(clock.now())
      const ahead = { name: 'Sari', nameToldAt: new Date(clock.now() + 1) }
      const { id, nameToldAt } = await shop.customers.add(ahead)
      expect(nameToldAt).toEqual(now)
      await shop.customers.learn(id, { name: 'Rina', nameToldAt: ahead.nameToldAt })
      expect(await shop.customers.get(id)).toMatchObject({ name: 'Rina', nameToldAt: now })
    })
  })
}

import { describe, expect, test } from 'vitest'
import { outcomeOf } from '../commands/outcome.ts'
import { newShop, type OpenStorage } from '../world/open.ts'
import { rowsOf } from '../world/rows.ts'

export function customerStories(open: OpenStorage): void {
  describe('stories: customers', () => {
    test('a customer is found by phone in any form, and by every other identity', async () => {
      const { shop } = await newShop(open)
      const { id } = await shop.customers.add({
        name: 'Sari',
        phone: ['0812-3456-7890', '+1 (212) 555-0123'],
        email: 'Sari@Example.com',
        external: 'C-1',
      })
      const forms = [
        '081234567890',
        '+62 812 3456 7890',
        '62812 3456 7890',
        '0062 812-3456-7890',
        '812.3456.7890',
        '+62 0812 3456 7890',
        '+12125550123',
      ]
      for (const form of forms)
        expect(await shop.customers.find('phone', form), form).toMatchObject({ id })
      expect(await shop.customers.find('email', 'sari@EXAMPLE.com')).toMatchObject({ id })
      expect(await shop.customers.find('external', ' C-1 ')).toMatchObject({ id })
      expect(await shop.customers.find('external', 'C-2')).toBeNull()
      expect(await shop.customers.find('phone', '0812-3456-7891')).toBeNull()
      expect(await shop.customers.get(id)).toMatchObject({
        phone: '+6281234567890',
        phones: ['+6281234567890', '+12125550123'],
        email: 'sari@example.com',
        chatLink: 'https://wa.me/6281234567890',
      })
    })

    test('a customer who exists already is told by the error, in whatever form the phone came', async () => {
      const { shop } = await newShop(open)
      const { id } = await shop.customers.add({ name: 'Sari', phone: '0812-3456-7890' })
      const again = shop.customers.add({ name: 'Sari D', phone: '+62 812 3456 7890' })
      await expect(again).rejects.toMatchObject({
        code: 'CUSTOMER_ALREADY_EXISTS',
        details: { customer: id },
      })
      await shop.customers.edit(id, { phone: null })
      expect((await shop.customers.add({ name: 'Wati', phone: '081234567890' })).phone).toBe(
        '+6281234567890',
      )
    })

    test('deleting is refused with transactions, and takes everything along without', async () => {
      const { shop, storage } = await newShop(open)
      await shop.groups.create({ name: 'Reseller' })
      await shop.tags.create({ name: 'Teman' })
      const sari = await shop.customers.add({
        name: 'Sari',
        phone: '0812-3456-7890',
        groups: ['Reseller'],
        interests: ['seni'],
        category: 'VIP',
      })
      await shop.tags.assign('Teman', sari.id)
      await shop.interactions.record({ customer: sari.id, kind: 'chat', reference: 'wamid.1' })
      const budi = await shop.customers.add({ name: 'Budi' })
      await shop.transactions.record({
        customer: budi.id,
        orderId: 'INV-1',
        lines: [{ product: 'KOPI', quantity: 1, price: 1 }],
      })

      expect(await outcomeOf(shop.customers.delete(budi.id))).toMatchObject({
        done: false,
        code: 'CUSTOMER_HAS_TRANSACTIONS',
      })
      expect(await shop.customers.archive(budi.id)).toMatchObject({ archivedAt: expect.any(Date) })
      expect(await shop.customers.restore(budi.id)).toMatchObject({ archivedAt: null })

      await shop.customers.delete(sari.id)
      expect(await outcomeOf(shop.customers.get(sari.id))).toMatchObject({
        done: false,
        code: 'CUSTOMER_NOT_FOUND',
      })
      for (const table of [
        'identities',
        'attributes',
        'interactions',
        'windows',
        'groupMembers',
        'tagMembers',
      ] as const) {
        expect(await rowsOf(storage, shop.id, table), table).toEqual([])
      }
      expect(await shop.groups.list()).toMatchObject([{ members: 0 }])
      expect(await shop.tags.list()).toMatchObject([{ members: 0 }])
      expect((await shop.categories.list()).every(({ members }) => members === 0)).toBe(true)
      const log = await shop.events.of(sari.id)
      expect(log.at(-1)).toMatchObject({ type: 'customer.deleted', customer: sari.id })
      const again = shop.interactions.record({
        customer: sari.id,
        kind: 'chat',
        reference: 'wamid.1',
      })
      expect(await outcomeOf(again)).toMatchObject({ done: false, code: 'INTERACTION_NOT_FOUND' })
      await shop.customers.add({ name: 'Sari', phone: '0812-3456-7890' })
    })
  })
}

import { describe, expect, test } from 'vitest'
import type { ShopEvent } from '../../../shop/history/history.ts'
import { newShop, type OpenStorage } from '../world/open.ts'

const lines = [{ product: 'KOPI-250', quantity: 1, price: 50_000 }]

export function membershipStories(open: OpenStorage): void {
  describe('stories: memberships', () => {
    test('every membership that ends writes its event, with the group, the tag or the customer', async () => {
      const { shop } = await newShop(open)
      const group = await shop.groups.create({ name: 'Reseller' })
      const tag = await shop.tags.create({ name: 'Sultan', ltvMin: 1 })
      const [sari, budi, citra] = await shop.customers.addMany(
        ['Sari', 'Budi', 'Citra'].map((name) => ({ name, groups: ['Reseller'] })),
      )
      if (!sari || !budi || !citra) throw new Error('three were added')
      await shop.tags.assign('Sultan', sari.id)
      await shop.tags.assign('Sultan', budi.id)
      for (const { id: customer } of [budi, citra]) {
        await shop.transactions.record({ customer, orderId: customer, lines, paid: true })
      }
      const { cursor } = await shop.events.read({ limit: 1_000 })

      await shop.customers.delete(sari.id)
      await shop.tags.delete('Sultan')
      await shop.groups.delete('Reseller')
      const { events } = await shop.events.read({ after: cursor ?? '' })
      const left = { customer: sari.id, data: { group: group.id } }
      const gone = { cause: 'definition', stillHolds: true }
      const taken = (customer: string, by: 'hand' | 'rule') => ({
        type: 'tag.unassigned',
        customer,
        data: { tag: tag.id, by, ...(by === 'rule' ? gone : {}) },
      })
      expect(events.map(whatAndWho)).toEqual([
        { type: 'group.left', ...left },
        taken(sari.id, 'hand'),
        { type: 'customer.deleted', customer: sari.id, data: {} },
        taken(budi.id, 'hand'),
        taken(budi.id, 'rule'),
        taken(citra.id, 'rule'),
        { type: 'tag.deleted', customer: null, data: { tag: tag.id } },
        { type: 'group.left', ...left, customer: budi.id },
        { type: 'group.left', ...left, customer: citra.id },
        { type: 'group.deleted', customer: null, data: { group: group.id } },
      ])
      expect((await shop.events.of(sari.id)).at(-1)).toMatchObject({ type: 'customer.deleted' })
    })

    test('a group and a tag of many are deleted in one call', async () => {
      const { shop } = await newShop(open)
      await shop.groups.create({ name: 'Reseller' })
      const many = Array.from({ length: 1_200 }, (_, i) => ({
        name: `P ${i}`,
        groups: ['Reseller'],
      }))
      await shop.customers.addMany(many)
      await shop.tags.create({ name: 'Baru', ltvMax: 0 })
      expect(await shop.tags.list()).toMatchObject([{ members: 1_200 }])
      await shop.tags.delete('Baru')
      await shop.groups.delete('Reseller')
      expect([await shop.tags.list(), await shop.groups.list()]).toEqual([[], []])
    })

    test('ids that are nobody’s are all told, and nobody joins', async () => {
      const { shop } = await newShop(open)
      await shop.groups.create({ name: 'Reseller' })
      const { id } = await shop.customers.add({ name: 'Sari' })
      const gone = await shop.customers.add({ name: 'Budi' })
      await shop.customers.delete(gone.id)
      await expect(
        shop.groups.add('Reseller', [id, gone.id, 'nobody', gone.id]),
      ).rejects.toMatchObject({
        code: 'CUSTOMER_NOT_FOUND',
        field: 'customers[1]',
        details: { customers: [gone.id, 'nobody'] },
      })
      expect(await shop.groups.list()).toMatchObject([{ members: 0 }])
    })
  })
}

function whatAndWho({ type, customer, data }: ShopEvent): object {
  return { type, customer, data }
}

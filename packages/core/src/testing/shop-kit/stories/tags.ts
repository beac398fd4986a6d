import { describe, expect, test } from 'vitest'
import type { Shop } from '../../../shop/shop.ts'
import { newShop, type OpenStorage } from '../world/open.ts'

const line = { product: 'KOPI-250', price: 50_000 }

export function tagStories(open: OpenStorage): void {
  describe('stories: tags, groups and segments', () => {
    test('a rule tag follows the lifetime value up and down, and a tag given by hand stays', async () => {
      const { shop } = await newShop(open)
      const sari = await shop.customers.add({ name: 'Sari' })
      const budi = await shop.customers.add({ name: 'Budi' })
      await shop.tags.create({ name: 'Sultan', ltvMin: 100_000, ltvMax: 200_000 })
      await shop.tags.assign('sultan', budi.id)
      expect(await tagged(shop)).toEqual(['Budi'])

      const sell = (orderId: string, quantity: number) =>
        shop.transactions.record({
          customer: sari.id,
          orderId,
          lines: [{ ...line, quantity }],
          paid: true,
        })
      await sell('INV-1', 1)
      expect(await tagged(shop)).toEqual(['Budi'])
      await sell('INV-2', 1) // 100,000: the bounds belong to the range
      expect(await tagged(shop)).toEqual(['Budi', 'Sari'])
      await sell('INV-3', 2)
      expect(await tagged(shop)).toEqual(['Budi', 'Sari'])
      await shop.tags.assign('Sultan', sari.id)
      await sell('INV-4', 1) // 250,000: only the hand keeps it
      expect(await tagged(shop)).toEqual(['Budi', 'Sari'])
      await shop.tags.unassign('Sultan', sari.id)
      expect(await tagged(shop)).toEqual(['Budi'])

      const back = {
        customer: sari.id,
        lines: [{ ...line, quantity: -4 }],
        refunded: true,
      } as const
      await shop.transactions.record({ kind: 'creditNote', orderId: 'CN-1', ...back })
      expect((await shop.value.of(sari.id)).ltv).toBe(50_000)
      expect(await tagged(shop)).toEqual(['Budi'])
      await shop.tags.edit('Sultan', { ltvMin: 50_000 })
      expect(await tagged(shop)).toEqual(['Budi', 'Sari'])
      await shop.tags.edit('Sultan', { ltvMin: null, ltvMax: null })
      expect(await tagged(shop)).toEqual(['Budi'])
      expect(await shop.tags.list()).toMatchObject([
        { name: 'Sultan', ltvMin: null, ltvMax: null, members: 1 },
      ])
      await shop.tags.delete('Sultan')
      expect(await shop.tags.list()).toEqual([])
    })

    test('a tag below a bound is given to those who never bought, and to newcomers at once', async () => {
      const { shop } = await newShop(open)
      const early = await shop.customers.add({ name: 'Awal' })
      await shop.tags.create({ name: 'Sultan', ltvMax: 0 })
      await shop.customers.add({ name: 'Baru' })
      expect(await tagged(shop)).toEqual(['Awal', 'Baru'])
      const lines = [{ ...line, quantity: 1 }]
      await shop.transactions.record({ customer: early.id, orderId: 'INV-1', lines, paid: 1 })
      expect(await tagged(shop)).toEqual(['Baru'])
    })

    test('groups count their members and let them stay when they go', async () => {
      const { shop } = await newShop(open)
      await shop.groups.create({ name: 'Reseller' })
      const sari = await shop.customers.add({ name: 'Sari', groups: ['reseller', 'RESELLER'] })
      const budi = await shop.customers.add({ name: 'Budi' })
      expect(await shop.groups.add('Reseller', [sari.id, budi.id, budi.id])).toBe(1)
      expect(await shop.groups.list()).toMatchObject([{ name: 'Reseller', members: 2 }])
      expect(await shop.groups.remove('Reseller', [sari.id, 'nobody'])).toBe(1)
      expect(await shop.groups.rename('reseller', 'Agen')).toMatchObject({
        name: 'Agen',
        members: 1,
      })
      await shop.groups.delete('Agen')
      expect(await shop.groups.list()).toEqual([])
      expect(await shop.customers.get(budi.id)).toMatchObject({ name: 'Budi' })
    })

    test('a segment finds whom it is about each time it is asked', async () => {
      const { shop } = await newShop(open)
      const sari = await shop.customers.add({ name: 'Sari', city: 'Bandung' })
      await shop.customers.add({ name: 'Budi', city: 'bandung ' })
      await shop.customers.add({ name: 'Citra' })
      const segment = await shop.segments.create({
        name: 'Bandung',
        where: {
          all: [
            { field: 'city', is: '=', value: 'BANDUNG' },
            { not: { field: 'archived', is: '=', value: true } },
          ],
        },
      })
      expect(await shop.segments.count('bandung')).toBe(2)
      await shop.customers.archive(sari.id)
      expect(await shop.segments.count(segment.id)).toBe(1)
      const { rows } = await shop.segments.members('Bandung', { sort: 'name' })
      expect(rows.map(({ name }) => name)).toEqual(['Budi'])
      await shop.segments.edit('Bandung', { where: { not: { field: 'city', is: 'missing' } } })
      expect(await shop.segments.list()).toMatchObject([{ name: 'Bandung', members: 2 }])
      await shop.segments.delete('Bandung')
      expect(await shop.segments.list()).toEqual([])
    })
  })
}

async function tagged(shop: Shop): Promise<readonly string[]> {
  const [tag] = await shop.tags.list()
  const { rows } = await shop.customers.list({ where: { tag: tag?.id }, sort: 'name' })
  expect(tag?.members).toBe(rows.length)
  expect(rows.every(({ tags }) => tags.some(({ name }) => name === 'Sultan'))).toBe(true)
  return rows.map(({ name }) => name)
}

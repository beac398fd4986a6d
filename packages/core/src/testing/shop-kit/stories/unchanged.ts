import { describe, expect, test } from 'vitest'
import { expectSameRows } from '../laws/same-rows.ts'
import { newShop, type OpenStorage } from '../world/open.ts'
import { dumpRows } from '../world/rows.ts'

export function unchangedStories(open: OpenStorage): void {
  describe('stories: what changes nothing', () => {
    test('a call that leaves all as it was writes no row and no event', async () => {
      const { shop, storage, clock } = await newShop(open)
      const where = { field: 'city', is: '=', value: 'Bandung' } as const
      await shop.attributes.declare({ name: 'cups', type: 'number' })
      const category = await shop.categories.create({ name: 'Grosir' })
      const group = await shop.groups.create({ name: 'Reseller' })
      const tag = await shop.tags.create({ name: 'Sultan', ltvMin: 0 })
      const segment = await shop.segments.create({ name: 'Bandung', where })
      const details = {
        name: 'Sari',
        city: 'Bandung',
        phone: ['0812-3456-7890', '0857-1111-2222'],
        whatsapp: '6281234567890',
        birthDate: '1992-02-29',
        interests: ['kopi', 'seni'],
        attributes: { cups: 2.5 },
        category: 'Grosir',
      }
      const { id } = await shop.customers.add({ ...details, groups: ['Reseller'] })
      await shop.tags.assign('Sultan', id)
      await shop.customers.archive(id)
      await shop.customers.blacklist(id, { reason: 'fiktif' })
      clock.step(1)

      const before = await dumpRows(storage, shop.id)
      await shop.customers.edit(id, details)
      await shop.customers.edit(id, { phone: ['+62 812 3456 7890', '62857 1111 2222'] })
      await shop.customers.edit(id, { category: category.id, name: 'Sari' })
      await shop.customers.edit(id, {})
      await shop.customers.archive(id)
      await shop.customers.blacklist(id, { reason: 'fiktif' })
      await shop.groups.rename('reseller', 'Reseller')
      await shop.groups.add('Reseller', [id, id])
      await shop.groups.remove('Reseller', ['nobody'])
      await shop.tags.edit('sultan', { name: 'Sultan', ltvMin: 0 })
      await shop.tags.edit('sultan', { ltvMax: null })
      await shop.tags.assign('Sultan', id)
      await shop.categories.rename('grosir', 'Grosir')
      await shop.segments.edit('bandung', { name: 'Bandung', where })
      await shop.attributes.declare({ name: 'cups', type: 'number' })
      expectSameRows(await dumpRows(storage, shop.id), before)

      expect(await shop.groups.rename(group.id, 'RESELLER')).toMatchObject({ name: 'RESELLER' })
      expect(await shop.tags.edit(tag.id, { name: 'SULTAN' })).toMatchObject({ name: 'SULTAN' })
      expect(await shop.segments.edit(segment.id, { name: 'BANDUNG' })).toMatchObject({
        name: 'BANDUNG',
        updatedAt: new Date(clock.now()),
      })
    })
  })
}

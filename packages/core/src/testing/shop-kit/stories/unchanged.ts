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

    test('what is set up again with ifNotExists is what is there, and the name of anything else is taken', async () => {
      const { shop, storage } = await newShop(open)
      const setUp = () =>
        Promise.all([
          shop.groups.create({ name: 'Reseller', ifNotExists: true }),
          shop.categories.create({ name: 'Grosir', ifNotExists: true }),
          shop.tags.create({ name: 'Sultan', ltvMin: 100_000, ifNotExists: true }),
          shop.segments.create({ name: 'Setia', where: 'orders >= 3', ifNotExists: true }),
          shop.views.create({
            name: 'Utang',
            where: 'balance > 0',
            sort: 'name',
            ifNotExists: true,
          }),
        ])
      const first = await setUp()
      await shop.segments.edit('Setia', { tracked: true })
      const [group] = first
      const { id } = await shop.customers.add({ name: 'Sari', groups: [group.id] })
      const before = await dumpRows(storage, shop.id)
      const again = await setUp()
      expectSameRows(await dumpRows(storage, shop.id), before)
      expect(again.map((each) => each.id)).toEqual(first.map((each) => each.id))
      expect(again[0]).toMatchObject({ members: 1 })
      expect(again[3]).toMatchObject({ tracked: true })
      expect(await shop.customers.get(id)).toMatchObject({ name: 'Sari' })

      const { segments, tags, views, groups } = shop
      const setia = { name: 'SETIA', where: { field: 'orders', is: '>=', value: 3 } } as const
      expect(await segments.create({ ...setia, ifNotExists: true })).toEqual(again[3])
      for (const other of [
        () => segments.create({ name: 'Setia', where: 'orders >= 4', ifNotExists: true }),
        () => segments.create({ ...setia, tracked: false, ifNotExists: true }),
        () => segments.create({ ...setia, ifNotExists: false }),
        () => tags.create({ name: 'Sultan', ltvMin: 100_001, ifNotExists: true }),
        () => tags.create({ name: 'Sultan', ifNotExists: true }),
        () => views.create({ name: 'Utang', where: 'balance > 0', ifNotExists: true }),
        () => groups.create({ name: 'Reseller' }),
      ]) {
        await expect(other()).rejects.toMatchObject({ code: 'NAME_TAKEN', field: 'name' })
      }
      expectSameRows(await dumpRows(storage, shop.id), before)
    })
  })
}

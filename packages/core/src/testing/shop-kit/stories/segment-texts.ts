import { describe, expect, test } from 'vitest'
import { parse } from '../../../domain/segments/text/parse.ts'
import { print } from '../../../domain/segments/text/print.ts'
import type { Page } from '../../../shop/customers/list.ts'
import { newShop, type OpenStorage } from '../world/open.ts'

const namesOf = ({ rows }: Page<{ readonly name: string }>) => rows.map(({ name }) => name)

export function segmentTextStories(open: OpenStorage): void {
  describe('stories: segments as text', () => {
    test('everything that takes a predicate takes its text', async () => {
      const { shop } = await newShop(open)
      const vip = await shop.tags.create({ name: 'VIP' })
      const sari = await shop.customers.add({ name: 'Sari', city: 'Bandung' })
      const budi = await shop.customers.add({ name: 'Budi', city: 'Jakarta' })
      await shop.customers.add({ name: 'Citra' })
      await shop.tags.assign('VIP', budi.id)

      const where = 'city = "BANDUNG" or has tag "vip"'
      expect(namesOf(await shop.customers.list({ where, sort: 'name' }))).toEqual(['Budi', 'Sari'])
      expect(namesOf(await shop.segments.members(where, { sort: 'name' }))).toEqual([
        'Budi',
        'Sari',
      ])
      expect(await shop.segments.count(where)).toBe(2)

      const segment = await shop.segments.create({ name: 'City', where })
      expect(segment.where).toEqual({
        any: [{ field: 'city', is: '=', value: 'BANDUNG' }, { tag: vip.id }],
      })
      const edited = await shop.segments.edit('City', { where: 'city is missing' })
      expect(edited.where).toEqual({ field: 'city', is: 'missing' })
      expect(await shop.segments.count('City')).toBe(1)
      await shop.customers.archive(sari.id)
      expect(await shop.segments.count('archived')).toBe(1)
      expect(await shop.segments.count(`archived # ${'x'.repeat(300)}`)).toBe(1)
    })

    test('a saved segment comes before a text that reads like its name', async () => {
      const { shop } = await newShop(open)
      await shop.customers.add({ name: 'Sari' })
      expect(await shop.segments.count('archived')).toBe(0)
      await shop.segments.create({ name: 'Archived', where: 'not archived' })
      expect(await shop.segments.count('archived')).toBe(1)
    })

    test('the catalogue reads and writes texts outside the shop', async () => {
      const { shop } = await newShop(open)
      await shop.groups.create({ name: 'Reseller' })
      await shop.attributes.declare({ name: 'roast', type: 'choice', choices: ['light', 'dark'] })
      const catalogue = await shop.segments.catalogue()
      const text = 'in group "Reseller" and attr.roast is dark and category = "VIP"'
      const { where } = await shop.segments.create({ name: 'Dark', where: text })
      expect(parse(text, catalogue)).toEqual(where)
      expect(print(where, catalogue)).toBe(text)

      await shop.segments.delete('Dark')
      await shop.groups.delete('Reseller')
      const [group] = catalogue.groups
      expect(print(where, await shop.segments.catalogue())).toContain(`in group id "${group?.id}"`)
    })
  })
}

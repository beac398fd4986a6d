import { describe, expect, test } from 'vitest'
import type { Predicate } from '../../../domain/segments/predicate.ts'
import { day } from '../commands/command.ts'
import { newShop, type OpenStorage } from '../world/open.ts'
import { rowsOf } from '../world/rows.ts'

const bandung: Predicate = { field: 'city', is: '=', value: 'Bandung' }

export function segmentInSegmentStories(open: OpenStorage): void {
  describe('stories: segments in segments', () => {
    test('a segment means its definition wherever it stands, and the new one once it is edited', async () => {
      const { shop } = await newShop(open)
      await shop.customers.add({ name: 'Sari', city: 'Bandung' })
      await shop.customers.add({ name: 'Budi', city: 'Jakarta' })
      const { id: city } = await shop.segments.create({ name: 'City', where: bandung })
      const { id: outside } = await shop.segments.create({
        name: 'Outside',
        where: { not: { segment: city } },
      })
      const names = async (where: Predicate): Promise<string> =>
        (await shop.segments.members(where, { sort: 'name' })).rows.map(({ name }) => name).join()
      expect(await names({ segment: outside })).toBe('Budi')
      expect(await names({ all: [{ segment: outside }, { segment: city }] })).toBe('')
      expect(await shop.segments.list()).toMatchObject([{ members: 1 }, { members: 1 }])
      await shop.segments.edit('City', { where: { field: 'city', is: 'missing' } })
      expect(await names({ segment: outside })).toBe('Budi,Sari')
    })

    test('segments that refer to each other in a circle are refused, with their names', async () => {
      const { shop } = await newShop(open)
      const { id: a } = await shop.segments.create({ name: 'A', where: bandung })
      const { id: b } = await shop.segments.create({ name: 'B', where: { not: { segment: a } } })
      await shop.segments.create({ name: 'C', where: { any: [{ segment: b }] } })
      await expect(
        shop.segments.edit('A', { where: { all: [bandung, { segment: b }] } }),
      ).rejects.toMatchObject({
        code: 'PREDICATE_INVALID',
        field: 'where',
        message: expect.stringContaining('"A" → "B" → "A"'),
      })
      expect(await shop.segments.get('A')).toMatchObject({ where: bandung })
    })

    test('a circle through the rule of a tag is refused, with the way it goes', async () => {
      const { shop } = await newShop(open)
      await shop.segments.create({ name: 'A', where: bandung })
      const { id: b } = await shop.segments.create({ name: 'B', where: 'in segment "A"' })
      await shop.tags.create({ name: 'VIP', where: { not: { segment: b } } })
      await expect(
        shop.segments.edit('A', { where: 'city = "Bandung" or has tag "VIP"' }),
      ).rejects.toMatchObject({
        code: 'PREDICATE_INVALID',
        field: 'where',
        message: expect.stringContaining('tag "VIP" → segment "B" → segment "A" → tag "VIP"'),
      })
      await shop.tags.create({ name: 'Juga', where: 'has tag "VIP"' })
      await expect(shop.tags.edit('VIP', { where: 'has tag "Juga"' })).rejects.toMatchObject({
        code: 'PREDICATE_INVALID',
        message: expect.stringMatching(/tag "(VIP|Juga)" → tag "(VIP|Juga)" → tag "(VIP|Juga)"/),
      })
      expect(await shop.segments.get('A')).toMatchObject({ where: bandung })
    })

    test('what segments refer to cannot be deleted, and the error says who does', async () => {
      const { shop } = await newShop(open)
      const group = await shop.groups.create({ name: 'Reseller' })
      const tag = await shop.tags.create({ name: 'VIP' })
      const category = await shop.categories.create({ name: 'Kafe' })
      const all: Predicate[] = [
        { not: { group: group.id } },
        { any: [{ tag: tag.id }] },
        { field: 'category', is: 'in', value: [category.id] },
      ]
      const inner = await shop.segments.create({ name: 'Dalam', where: { all } })
      const outer = await shop.segments.create({ name: 'Luar', where: { segment: inner.id } })
      const refused = (by: string, id: string) => ({
        code: 'STILL_REFERENCED',
        message: expect.stringContaining(`segment "${by}"`),
        details: { segments: [id], tags: [] },
      })
      const byInner = refused('Dalam', inner.id)
      await expect(shop.groups.delete('Reseller')).rejects.toMatchObject(byInner)
      await expect(shop.tags.delete('VIP')).rejects.toMatchObject(byInner)
      await expect(shop.categories.delete('Kafe')).rejects.toMatchObject(byInner)
      const byOuter = refused('Luar', outer.id)
      await expect(shop.segments.delete('Dalam')).rejects.toMatchObject(byOuter)

      for (const segment of ['Luar', 'Dalam']) await shop.segments.delete(segment)
      await shop.groups.delete('Reseller')
      await shop.tags.delete('VIP')
      await shop.categories.delete('Kafe')
    })

    test('a definition that makes a segment behind it too large is refused', async () => {
      const { shop } = await newShop(open)
      const { id } = await shop.segments.create({ name: 'Small', where: bandung })
      const many = Array.from({ length: 100 }, (): Predicate => ({ segment: id }))
      const { id: large } = await shop.segments.create({ name: 'Large', where: { any: many } })
      const six = Array.from({ length: 6 }, () => bandung)
      await expect(shop.segments.edit('Small', { where: { all: six } })).rejects.toMatchObject({
        code: 'PREDICATE_TOO_LARGE',
        field: 'where',
        details: { segment: large },
      })
      await shop.segments.edit('Small', { where: { all: six.slice(0, 3) } })
    })

    test('how long somebody belongs is asked of a tracked segment, whose members belong now', async () => {
      const kit = await newShop(open)
      const { shop, clock } = kit
      const { id } = await shop.segments.create({ name: 'City', where: bandung })
      const where: Predicate = { segment: id, for: { days: 30 } }
      await expect(shop.segments.count(where)).rejects.toMatchObject({
        code: 'PREDICATE_INVALID',
        field: 'for',
      })
      const budi = await shop.customers.add({ name: 'Budi', city: 'Bandung' })
      await shop.segments.edit('City', { tracked: true })
      clock.step(day)
      await shop.customers.add({ name: 'Sari', city: 'Bandung' })
      clock.step(30 * day - 1)
      expect(await shop.segments.count(where)).toBe(1)
      clock.step(1)
      expect(await shop.segments.count(where)).toBe(2)
      await shop.customers.edit(budi.id, { city: 'Jakarta' })
      expect((await shop.segments.members(where)).rows.map(({ name }) => name)).toEqual(['Sari'])
      expect(await shop.segments.list()).toMatchObject([{ members: 1 }])
      await shop.customers.delete(budi.id)
      expect(await rowsOf(kit.storage, shop.id, 'segmentMembers')).toHaveLength(1)
      await shop.segments.delete('City')
      expect(await rowsOf(kit.storage, shop.id, 'segmentMembers')).toEqual([])
    })
  })
}

import { describe, expect, test } from 'vitest'
import { day, hour } from '../commands/command.ts'
import { newShop, type OpenStorage } from '../world/open.ts'

export function keptHistoryStories(open: OpenStorage): void {
  describe('stories: history and sizes of kept segments', () => {
    test('history comes in pages', async () => {
      const { shop } = await newShop(open)
      await shop.segments.create({ name: 'Semua', where: { all: [] }, tracked: true })
      await shop.segments.create({ name: 'Zzz', where: { all: [] }, tracked: true })
      await shop.customers.addMany(['A', 'B', 'C'].map((name) => ({ name })))
      const first = await shop.segments.history('Semua', { limit: 2 })
      expect(first.rows).toHaveLength(2)
      const second = await shop.segments.history('Semua', { limit: 2, after: first.next ?? '' })
      expect([second.rows.length, second.next]).toEqual([1, null])
      await expect(shop.segments.history('Semua', { after: 'x' })).rejects.toMatchObject({
        code: 'CURSOR_INVALID',
      })
    })

    test('the size over time, at the end of each local day and at last', async () => {
      const { shop, clock } = await newShop(open)
      const start = clock.now()
      await shop.segments.create({ name: 'Baru', where: 'added in last 2 days', tracked: true })
      expect(await shop.segments.sizes('Baru', { from: new Date(0) })).toEqual([])
      await shop.customers.add({ name: 'Sari' })
      clock.step(day)
      await shop.customers.add({ name: 'Budi' })
      clock.step(3 * day)
      await shop.tick()
      // The kit begins at 10 in the morning in Jakarta.
      const midnight = start + 14 * hour
      expect(await shop.segments.sizes('Baru', { from: new Date(0) })).toEqual([
        { at: new Date(midnight), members: 1 },
        { at: new Date(midnight + day), members: 2 },
        { at: new Date(midnight + 2 * day), members: 1 },
        { at: new Date(midnight + 3 * day), members: 0 },
        { at: new Date(start + 4 * day), members: 0 },
      ])
      const weekly = await shop.segments.sizes('Baru', { from: new Date(start), every: 'week' })
      expect(weekly).toEqual([{ at: new Date(start + 4 * day), members: 0 }])
      clock.step(1_200 * day)
      await expect(shop.segments.sizes('Baru', { from: new Date(0) })).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        field: 'from',
      })
    })
  })
}

import { describe, expect, test } from 'vitest'
import type { InteractionFilters, Predicate } from '../../../domain/segments/predicate.ts'
import { kitClock } from '../world/clock.ts'
import { newShop, type OpenStorage } from '../world/open.ts'
import { rowsOf } from '../world/rows.ts'

export function localHourStories(open: OpenStorage): void {
  describe('stories: weekdays and hours', () => {
    test('interactions know the weekday and the hour of the shop', async () => {
      // Saturday, 14 March 2026, 00:30 in Jayapura; Friday evening in UTC.
      const clock = kitClock(Date.UTC(2026, 2, 13, 15, 30))
      const { shop, storage } = await newShop(open, { timeZone: 'Asia/Jayapura', clock })
      const { id: customer } = await shop.customers.add({ name: 'Sari' })
      for (const hoursAgo of [0, 1, 24, 48]) {
        const at = new Date(clock.now() - hoursAgo * 3_600_000)
        await shop.interactions.record({ customer, kind: 'chat', at })
      }
      const rows = await rowsOf(storage, shop.id, 'interactions')
      const times = rows.map(({ at, weekday, hour }) => [at, weekday, hour] as const)
      expect(times.sort(([a], [b]) => b - a).map(([, ...time]) => time)).toEqual([
        [6, 0],
        [5, 23],
        [5, 0],
        [4, 0],
      ])
      const counts = async (filters: InteractionFilters, value: number): Promise<number> => {
        const where: Predicate = { interactions: filters, measure: 'count', is: '=', value }
        return shop.segments.count(where)
      }
      expect(await counts({ weekday: 'sat' }, 1)).toBe(1)
      expect(await counts({ weekday: { in: ['thu', 'fri'] } }, 3)).toBe(1)
      expect(await counts({ weekday: 'sun' }, 0)).toBe(1)
      expect(await counts({ hour: 0 }, 3)).toBe(1)
      expect(await counts({ hour: { in: [0, 23] } }, 4)).toBe(1)
      expect(await counts({ hour: { between: [1, 23] } }, 1)).toBe(1)
      expect(await counts({ weekday: 'fri', hour: { between: [18, 23] } }, 1)).toBe(1)
      expect(await shop.rebuild()).toBe(0)
    })
  })
}

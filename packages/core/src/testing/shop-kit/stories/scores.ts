import { describe, expect, test } from 'vitest'
import type { Predicate } from '../../../domain/segments/predicate.ts'
import { newShop, type OpenStorage } from '../world/open.ts'
import { scoresOf } from '../world/population.ts'

export function scoreStories(open: OpenStorage): void {
  describe('stories: scores', () => {
    test('scores are missing until a model speaks, and exact from then on', async () => {
      const { shop, clock } = await newShop(open)
      const { id } = await shop.customers.add({ name: 'Sari' })
      const holds = async (where: Predicate): Promise<boolean> =>
        (await shop.segments.count(where)) === 1
      expect(await holds({ field: 'rfmGroup', is: 'missing' })).toBe(true)
      expect(await holds({ expectedPurchases: { days: 30 }, is: 'missing' })).toBe(true)
      expect(await holds({ field: 'rfmRecency', is: '<=', value: 5 })).toBe(false)

      const asOf = new Date(clock.now())
      expect(await shop.scores.record({ asOf, ...scoresOf(id) })).toBe(1)
      expect(await shop.scores.record({ asOf, ...scoresOf(id) })).toBe(0)
      expect(await holds({ field: 'rfmGroup', is: 'in', value: ['loyal', 'champions'] })).toBe(true)
      expect(await holds({ field: 'rfmRecency', is: '>=', value: 5 })).toBe(true)
      expect(await holds({ field: 'probabilityAlive', is: '=', value: 0.875 })).toBe(true)
      expect(await holds({ field: 'probabilityAlive', is: '<', value: 0.875 })).toBe(false)
      expect(await holds({ field: 'probabilityAlive', is: '<', value: 0.875_001 })).toBe(true)
      const within180 = { expectedPurchases: { days: 180 } } as const
      expect(await holds({ ...within180, is: '>=', value: 2 })).toBe(true)
      expect(await holds({ ...within180, is: '>', value: 2 })).toBe(false)
      expect(await holds({ ...within180, is: 'between', value: [1.999, 2.001] })).toBe(true)
      expect(await shop.scores.of(id)).toEqual({
        rfm: { recency: 5, frequency: 4, monetary: 3, group: 'loyal', asOf },
        model: {
          probabilityAlive: 0.875,
          expectedPurchases: { 30: 0.5, 90: 1.25, 180: 2, 365: 3.125 },
          asOf,
        },
      })
    })

    test('what is as of an earlier instant changes nothing', async () => {
      const { shop, clock } = await newShop(open)
      const { id } = await shop.customers.add({ name: 'Sari' })
      const { rfm, model } = scoresOf(id)
      await shop.scores.record({ asOf: new Date(clock.now()), rfm })
      const older = { asOf: new Date(clock.now() - 1), model }
      const lost = [{ customer: id, recency: 1, frequency: 1, monetary: 1, group: 'lost' as const }]
      expect(await shop.scores.record({ ...older, rfm: lost })).toBe(1)
      expect(await shop.scores.of(id)).toMatchObject({
        rfm: { group: 'loyal' },
        model: { probabilityAlive: 0.875 },
      })
    })
  })
}

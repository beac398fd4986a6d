import { describe, expect, test } from 'vitest'
import { newShop, type OpenStorage } from '../world/open.ts'

const lines = [{ product: 'KOPI-250', quantity: 1, price: 50_000 }]

export function monitoringStories(open: OpenStorage): void {
  describe('stories: monitoring', () => {
    test('total, active, passive, productive, the largest group and segment', async () => {
      const { shop } = await newShop(open)
      const nothing = {
        total: 0,
        active: 0,
        passive: 0,
        productive: 0,
        largestGroup: null,
        largestSegment: null,
      }
      expect(await shop.reports.monitoring()).toEqual(nothing)
      await shop.groups.create({ name: 'Zeta' })
      await shop.groups.create({ name: 'Alfa' })
      const ids: string[] = []
      for (const name of ['A', 'B', 'C', 'D'])
        ids.push((await shop.customers.add({ name, phone: `0812-3456-780${ids.length}` })).id)
      const [a = '', b = '', c = '', d = ''] = ids
      await shop.interactions.record({ customer: a, kind: 'chat' })
      await shop.interactions.record({ customer: b, kind: 'chat', direction: 'outbound' })
      await shop.transactions.record({ customer: b, orderId: 'INV-1', lines, paid: true })
      await shop.transactions.record({ customer: c, orderId: 'INV-2', lines, paid: 49_999 })
      await shop.transactions.record({
        kind: 'creditNote',
        customer: d,
        orderId: 'CN-1',
        lines: [{ product: 'K', quantity: -1, price: 1 }],
        refunded: true,
      })
      await shop.groups.add('Zeta', [a, b])
      await shop.groups.add('Alfa', [c, d])
      await shop.segments.create({ name: 'Semua', where: { all: [] } })
      await shop.segments.create({ name: 'Tiada', where: 'city = "Atlantis"' })
      await shop.customers.archive(a)
      await shop.customers.blacklist(b, { reason: 'fiktif' })
      expect(await shop.reports.monitoring()).toEqual({
        total: 4,
        active: 1,
        passive: 3,
        productive: 1,
        largestGroup: { name: 'Alfa', members: 2 },
        largestSegment: { name: 'Semua', members: 4 },
      })
    })
  })
}

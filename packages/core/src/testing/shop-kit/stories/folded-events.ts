import { describe, expect, test } from 'vitest'
import type { Predicate } from '../../../domain/segments/predicate.ts'
import { newShop, type OpenStorage } from '../world/open.ts'

export function foldedEventStories(open: OpenStorage): void {
  describe('stories: texts of events', () => {
    test('filters compare folded texts, and exactly what was written', async () => {
      const { shop } = await newShop(open)
      const { id: customer } = await shop.customers.add({ name: 'Sari' })
      const line = { product: 'KAOS', colour: 'Merah Muda', size: 'XL', quantity: 1, price: 1_000 }
      const order = {
        customer,
        orderId: 'INV-1',
        lines: [line],
        paid: true,
        method: 'Cod',
      } as const
      await shop.transactions.record(order)
      await shop.interactions.record({
        customer,
        kind: 'form',
        channel: 'Instagram',
        device: 'Ändroid',
      })
      const some = { is: '>=', value: 1 } as const
      const filters = [
        ['colour', 'Merah Muda', 'MERAH muda'],
        ['size', 'XL', 'xl'],
        ['method', 'Cod', 'COD'],
        ['channel', 'Instagram', 'instagram'],
        ['device', 'Ändroid', 'android'],
      ] as const
      for (const [name, written, folded] of filters) {
        const where = (filter: unknown): Predicate => {
          const chosen = { [name]: filter }
          if (name === 'method') return { payments: chosen, measure: 'count', ...some }
          return name === 'colour' || name === 'size'
            ? { purchases: chosen, measure: 'lines', ...some }
            : { interactions: chosen, measure: 'count', ...some }
        }
        const count = (filter: unknown): Promise<number> => shop.segments.count(where(filter))
        const part = folded.slice(1)
        for (const filter of [folded, { in: [folded] }, { contains: part }, { endsWith: part }])
          expect([name, filter, await count(filter)]).toEqual([name, filter, 1])
        expect([name, await count({ exactly: written })]).toEqual([name, 1])
        expect([name, await count({ exactly: folded })]).toEqual([name, 0])
      }
    })
  })
}

import { describe, expect, test } from 'vitest'
import type { Predicate } from '../../../domain/segments/predicate.ts'
import { day } from '../commands/command.ts'
import { newShop, type OpenStorage } from '../world/open.ts'

const waha = { label: 'Grade A', source: 'waha' } as const

export function labelStories(open: OpenStorage): void {
  describe('stories: labels', () => {
    test('a label is put on, taken off, and known for every day between', async () => {
      // The shop opens on Tuesday 10 March 2026, 10:00 in Jakarta.
      const { shop, clock } = await newShop(open)
      const { id: customer } = await shop.customers.add({ name: 'Sari' })
      const put = { customer, ...waha, change: 'added', by: 'Dina', eventId: 'ev-1' } as const
      const added = await shop.labels.record(put)
      clock.step(3 * day)
      await shop.labels.record({ customer, ...waha, change: 'removed', eventId: 'ev-2' })
      const { label } = added
      const holds = async (where: Predicate): Promise<boolean> =>
        (await shop.segments.count(where)) === 1

      expect(await holds({ label })).toBe(false)
      const days = ['2026-03-09', '2026-03-10', '2026-03-12', '2026-03-13']
      const had = await Promise.all(days.map((at) => holds({ hadLabel: label, at })))
      // The thirteenth is not over yet.
      expect(had).toEqual([false, true, true, false])
      const byDina = { label, by: 'dina', last: { days: 7 } } as const
      expect(await holds({ labels: byDina, measure: 'count', is: '>=', value: 1 })).toBe(true)
      clock.step(4 * day)
      expect(await holds({ labels: byDina, measure: 'count', is: '>=', value: 1 })).toBe(false)
      expect(await holds({ labels: { by: 'budi' }, measure: 'count', is: '=', value: 0 })).toBe(
        true,
      )
      expect((await shop.labels.of(customer)).current).toEqual([])
      expect((await shop.labels.of(customer)).log.map(({ change }) => change)).toEqual([
        'added',
        'removed',
      ])
    })

    test('nobody had a label at the end of a day that is not over', async () => {
      const { shop, clock } = await newShop(open)
      const { id: customer } = await shop.customers.add({ name: 'Sari' })
      const { label } = await shop.labels.record({ customer, ...waha, change: 'added' })
      const where = { hadLabel: label, at: '2026-03-10' }
      const midnight = Date.parse('2026-03-11T00:00:00+07:00')
      expect(await shop.segments.count({ label })).toBe(1)
      clock.step(midnight - clock.now() - 1)
      expect(await shop.segments.count(where)).toBe(0)
      clock.step(1)
      expect(await shop.segments.count(where)).toBe(1)
      await shop.labels.record({ customer, ...waha, change: 'removed' }) // as the next day begins
      expect(await shop.segments.count(where)).toBe(1)
      expect(await shop.segments.count({ label })).toBe(0)
    })

    test('labels of one name in two sources are two labels', async () => {
      const { shop } = await newShop(open)
      const { id: customer } = await shop.customers.add({ name: 'Sari' })
      await shop.labels.record({ customer, ...waha, change: 'added', eventId: 'ev-1' })
      await shop.labels.record({ customer, label: 'GRADE A', change: 'added', eventId: 'ev-1' })
      await shop.labels.record({ customer, label: 'grade a', change: 'removed' })
      expect(await shop.labels.list()).toMatchObject([
        { name: 'Grade A', source: 'waha' },
        { name: 'GRADE A', source: 'shop' },
      ])
      expect((await shop.labels.of(customer)).current).toMatchObject([
        { name: 'Grade A', source: 'waha', by: null },
      ])
    })

    test('labels, consents and scores go with their customer', async () => {
      const { shop } = await newShop(open)
      const { id: customer } = await shop.customers.add({ name: 'Sari' })
      const event = { customer, ...waha, change: 'added', eventId: 'ev-1' } as const
      const { label } = await shop.labels.record(event)
      await shop.consents.record({ customer, purpose: 'marketing', decision: 'denied' })
      await shop.customers.delete(customer)
      expect(await shop.segments.count({ label })).toBe(0)
      await expect(shop.labels.record(event)).rejects.toMatchObject({ code: 'CUSTOMER_NOT_FOUND' })
    })
  })
}

import { describe, expect, test } from 'vitest'
import type { Predicate } from '../../../domain/segments/predicate.ts'
import { newShop, type OpenStorage } from '../world/open.ts'

const marketing = { purpose: 'marketing' } as const
const granted = { consent: 'marketing', is: 'granted' } as const satisfies Predicate
const optedOut: Predicate = { field: 'optedOut', is: '=', value: true }

export function consentStories(open: OpenStorage): void {
  describe('stories: consents', () => {
    test('a no on one channel opts out, and leaves the yes on the others', async () => {
      const { shop, clock } = await newShop(open)
      const { id: customer } = await shop.customers.add({ name: 'Sari' })
      expect(await shop.segments.count(optedOut)).toBe(0)
      expect(await shop.segments.count({ not: granted })).toBe(1)

      await shop.consents.record({ customer, ...marketing, decision: 'granted' })
      expect(await shop.segments.count({ ...granted, channel: 'sms' })).toBe(1)
      clock.step(1)
      await shop.consents.record({ customer, ...marketing, channel: 'sms', decision: 'withdrawn' })
      expect(await shop.segments.count({ ...granted, channel: 'sms' })).toBe(0)
      expect(await shop.segments.count({ ...granted, channel: 'email' })).toBe(1)
      expect(await shop.segments.count(granted)).toBe(1)
      expect(await shop.segments.count(optedOut)).toBe(1)
      expect(await shop.segments.count({ consent: 'sharing', is: 'granted' })).toBe(0)

      clock.step(1)
      await shop.consents.record({ customer, ...marketing, decision: 'granted', proof: 'formulir' })
      expect(await shop.segments.count(optedOut)).toBe(0)
      const { current, log } = await shop.consents.of(customer)
      expect(current.map(({ channel }) => channel)).toEqual(['email', 'phone', 'sms', 'whatsapp'])
      expect(new Set(current.map(({ at }) => at.getTime()))).toEqual(new Set([clock.now()]))
      expect(log.map(({ decision }) => decision)).toEqual(['granted', 'withdrawn', 'granted'])
    })

    test('what comes late does not undo what was decided after it; a no wins at one instant', async () => {
      const { shop, clock } = await newShop(open)
      const { id: customer } = await shop.customers.add({ name: 'Sari' })
      const at = (minutes: number): Date => new Date(clock.now() - minutes * 60_000)
      await shop.consents.record({ customer, ...marketing, decision: 'denied', at: at(10) })
      await shop.consents.record({ customer, ...marketing, decision: 'granted', at: at(20) })
      expect(await shop.segments.count(granted)).toBe(0)
      await shop.consents.record({ customer, ...marketing, decision: 'granted', at: at(10) })
      expect(await shop.segments.count(granted)).toBe(0)
      await shop.consents.record({ customer, ...marketing, decision: 'granted', at: at(9) })
      expect(await shop.segments.count(granted)).toBe(1)
    })
  })
}

import { describe, expect, test } from 'vitest'
import type { Predicate } from '../../../domain/segments/predicate.ts'
import { newShop, type OpenStorage } from '../world/open.ts'

const bounced: Predicate = { field: 'emailBounced', is: '=', value: true }
const works: Predicate = { field: 'emailBounced', is: '=', value: false }

export function bounceStories(open: OpenStorage): void {
  describe('stories: bounced e-mail', () => {
    test('a bounce stands until the address is confirmed', async () => {
      const { shop, clock } = await newShop(open)
      const email = ['sari@example.com', 'toko@example.com']
      const { id } = await shop.customers.add({ name: 'Sari', email })
      await shop.customers.add({ name: 'Tanpa surel' })
      const at = new Date(clock.now() - 5)
      const reason = '550 no such user'
      const shown = await shop.customers.reportBounce({ email: 'SARI@example.com', at, reason })
      const bouncedEmails = [{ email: 'sari@example.com', at, reason }]
      expect(shown).toMatchObject({ id, emails: email, bouncedEmails })
      expect(await shop.customers.get(id)).toMatchObject({ bouncedEmails })
      expect([await shop.segments.count(bounced), await shop.segments.count(works)]).toEqual([1, 1])
      expect(await shop.customers.confirmEmail('Sari@Example.com')).toMatchObject({
        bouncedEmails: [],
      })
      expect([await shop.segments.count(bounced), await shop.segments.count(works)]).toEqual([0, 2])
      const log = (await shop.events.of(id)).map(({ type, occurredAt }) => [type, occurredAt])
      expect(log.slice(1)).toEqual([
        ['email.bounced', at],
        ['email.confirmed', new Date(clock.now())],
      ])
    })

    test('the latest report counts, and one that says nothing new writes nothing', async () => {
      const { shop, clock } = await newShop(open)
      const email = 'sari@example.com'
      const { id } = await shop.customers.add({ name: 'Sari', email })
      const ago = (milliseconds: number): Date => new Date(clock.now() - milliseconds)
      await shop.customers.reportBounce({ email, at: ago(10), reason: 'penuh' })
      await shop.customers.reportBounce({ email, at: ago(10), reason: 'lain' })
      await shop.customers.reportBounce({ email, at: ago(20) })
      expect((await shop.customers.get(id)).bouncedEmails).toEqual([
        { email, at: ago(10), reason: 'penuh' },
      ])
      await shop.customers.reportBounce({ email })
      expect((await shop.customers.get(id)).bouncedEmails).toEqual([
        { email, at: ago(0), reason: null },
      ])
      await shop.customers.confirmEmail(email)
      await shop.customers.confirmEmail(email)
      expect((await shop.events.of(id)).map(({ type }) => type)).toEqual([
        'customer.added',
        'email.bounced',
        'email.bounced',
        'email.confirmed',
      ])
    })

    test('an address that was taken away and comes back starts anew, and others keep theirs', async () => {
      const { shop } = await newShop(open)
      const [mine, other] = ['sari@example.com', 'toko@example.com']
      const { id } = await shop.customers.add({ name: 'Sari', email: [mine, other] })
      await shop.customers.reportBounce({ email: mine })
      await shop.customers.reportBounce({ email: other })
      const kept = await shop.customers.edit(id, { email: [other] })
      expect(kept.bouncedEmails.map(({ email }) => email)).toEqual([other])
      const back = await shop.customers.edit(id, { email: [mine, other] })
      expect(back.bouncedEmails.map(({ email }) => email)).toEqual([other])
      const { id: heir } = await shop.customers.add({ name: 'Budi' })
      await shop.customers.edit(id, { email: null })
      const inherited = await shop.customers.edit(heir, { email: other })
      expect(inherited).toMatchObject({ email: other, bouncedEmails: [] })
      expect(await shop.segments.count(bounced)).toBe(0)
    })
  })
}

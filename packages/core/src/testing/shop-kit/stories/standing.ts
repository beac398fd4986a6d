import { describe, expect, test } from 'vitest'
import { newShop, type OpenStorage } from '../world/open.ts'
import { rowsOf } from '../world/rows.ts'

export function standingStories(open: OpenStorage): void {
  describe('stories: blacklisting', () => {
    test('a blacklisting is shown while it is in force, and its record stays', async () => {
      const { shop, storage, clock } = await newShop(open)
      const { id } = await shop.customers.add({ name: 'Sari' })
      const until = new Date(clock.now() + 10)
      const listed = await shop.as('dina').customers.blacklist(id, { reason: 'fiktif', until })
      const blacklist = { reason: 'fiktif', by: 'dina', since: new Date(clock.now()), until }
      expect(listed).toMatchObject({ blacklist })
      clock.step(9)
      expect(await shop.customers.get(id)).toMatchObject({ blacklist })
      clock.step(1)
      expect(await shop.customers.get(id)).toMatchObject({ blacklist: null })
      expect((await shop.customers.list()).rows).toMatchObject([{ id, blacklist: null }])
      expect(await shop.customers.unblacklist(id)).toMatchObject({ blacklist: null })
      expect(await rowsOf(storage, shop.id, 'customers')).toMatchObject([
        { blacklistReason: 'fiktif', blacklistedBy: 'dina', blacklistedUntil: until.getTime() },
      ])
      const again = await shop.customers.blacklist(id, { reason: 'fiktif' })
      expect(again.blacklist).toMatchObject({ since: new Date(clock.now()), until: null })
      expect(await shop.customers.unblacklist(id)).toMatchObject({ blacklist: null })
      expect((await shop.events.of(id)).map(({ type }) => type)).toEqual([
        'customer.added',
        'customer.blacklisted',
        'customer.blacklisted',
        'customer.unblacklisted',
      ])
    })

    test('a sale to one, and a talk with one, warn; a credit note and a look around do not', async () => {
      const { shop } = await newShop(open)
      const { id } = await shop.customers.add({ name: 'Sari', phone: '0812-3456-7890' })
      const { id: other } = await shop.customers.add({ name: 'Budi' })
      await shop.customers.blacklist(id, { reason: 'fiktif' })
      const warned = [{ code: 'CUSTOMER_BLACKLISTED', message: expect.stringContaining('deliver') }]
      const lines = [{ product: 'KOPI-250', quantity: 1, price: 1 }]
      const back = [{ product: 'KOPI-250', quantity: -1, price: 1 }]
      const sale = { customer: id, orderId: '1', lines }
      expect((await shop.transactions.record(sale)).warnings).toEqual(warned)
      const batch = await shop.transactions.recordMany([
        sale,
        { customer: other, orderId: '2', lines },
        { customer: { phone: '+62 812 3456 7890' }, orderId: '3', lines },
        { customer: id, kind: 'creditNote', orderId: '4', lines: back },
      ])
      expect(batch.transactions.map(({ warnings }) => warnings)).toEqual([warned, [], warned, []])

      const chat = { customer: id, kind: 'chat', direction: 'outbound' } as const
      const answer = [{ code: 'CUSTOMER_BLACKLISTED', message: expect.stringContaining('answer') }]
      expect((await shop.interactions.record(chat)).warnings).toEqual(answer)
      const talks = await shop.interactions.recordMany([
        { customer: { whatsapp: '6281234567890' }, kind: 'chat' },
        { customer: other, kind: 'chat' },
        { customer: id, kind: 'pageView' },
        { customer: id, kind: 'form' },
      ])
      expect(talks.map(({ warnings }) => warnings)).toEqual([answer, [], [], answer])
      await shop.customers.unblacklist(id)
      expect((await shop.interactions.record(chat)).warnings).toEqual([])
    })
  })
}

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
  })
}

import { describe, expect, test } from 'vitest'
import type { ConsentDecision } from '../../../domain/consents/rows.ts'
import type { SendPurpose } from '../../../domain/messages/rows.ts'
import { expectSameRows } from '../laws/same-rows.ts'
import { kitChannel } from '../world/channel.ts'
import { newShop, type OpenStorage } from '../world/open.ts'
import { dumpRows } from '../world/rows.ts'

export function conflictStories(open: OpenStorage): void {
  describe('stories: customers who may be one', () => {
    test('are listed once, in any order and however often it is told', async () => {
      const { shop, storage, ids } = await three(open)
      const [a, b, c] = ids
      const [found] = await shop.conflicts.record({ customers: [b, a] })
      expect(found).toMatchObject({ customers: [a, b], dismissedAt: null })
      const before = await dumpRows(storage, shop.id)
      expect(await shop.conflicts.record({ customers: [a, b, a] })).toEqual([found])
      expectSameRows(await dumpRows(storage, shop.id), before)
      await shop.conflicts.record({ customers: [c, b, a] })
      const pairs = [
        [a, b],
        [a, c],
        [b, c],
      ]
      const { rows } = await shop.conflicts.list()
      expect(rows.map(({ customers }) => customers)).toEqual(pairs)
      const page = await shop.conflicts.list({ limit: 2 })
      const rest = await shop.conflicts.list({ after: page.next ?? '' })
      expect([...page.rows, ...rest.rows]).toEqual(rows)
      expect(rest.next).toBeNull()
      const told = (await shop.events.of(a)).filter(({ type }) => type === 'conflict.found')
      expect(told).toMatchObject([{ data: { other: b } }, { data: { other: c } }])
    })

    test('are dismissed by a person, for what is told later too', async () => {
      const { shop, ids } = await three(open)
      const [a, b, c] = ids
      await shop.conflicts.record({ customers: [a, b] })
      const dismissed = await shop.conflicts.dismiss({ customers: [a, b] })
      expect(await shop.conflicts.dismiss({ customers: [b, a] })).toEqual(dismissed)
      expect(await shop.conflicts.record({ customers: [a, b] })).toEqual(dismissed)
      await shop.conflicts.dismiss({ customers: [b, c] })
      await shop.conflicts.record({ customers: [b, c] })
      expect(await shop.conflicts.list()).toEqual({ rows: [], next: null })
      expect(await shop.verify()).toMatchObject({ findings: [] })
    })

    test('what one of them opted out of reaches neither, until a person says that they are two', async () => {
      const { shop, ids, decide, may } = await threeWithNumbers(open)
      const [a, b, c] = ids
      for (const id of ids) await decide(id, 'granted')
      await decide(a, 'withdrawn')
      expect(await may(b)).toEqual([])
      await shop.conflicts.record({ customers: [a, b] })
      await shop.conflicts.record({ customers: [b, c] })
      expect(await may(b)).toEqual(['optedOut'])
      expect(await may(b, 'service')).toEqual(['notOptedIn'])
      // Who may be one with somebody who may be one with a third is not that third.
      expect(await may(c)).toEqual([])
      await decide(c, 'denied')
      await shop.conflicts.dismiss({ customers: [a, b] })
      expect(await may(b)).toEqual(['optedOut'])
      await decide(c, 'granted')
      expect(await may(b)).toEqual([])
      await shop.customers.blacklist(c, { reason: 'fiktif' })
      expect(await may(b)).toEqual([])
      await decide(b, 'denied')
      expect(await may(a)).toEqual(['optedOut'])
      await decide(a, 'granted')
      expect(await may(a)).toEqual([])
    })

    test('nothing leaves for one whose counterpart opted out, and opting out goes before not having agreed', async () => {
      const { shop, ids, decide, send, may } = await threeWithNumbers(open)
      const [a, b, c] = ids
      await decide(a, 'granted')
      await decide(b, 'denied')
      expect(await send(a)).toMatchObject({ outcome: 'accepted' })
      await shop.conflicts.record({ customers: [a, b] })
      expect(await send(a)).toMatchObject({ outcome: 'stopped', reasons: ['optedOut'] })
      await shop.customers.delete(b)
      expect(await send(a)).toMatchObject({ outcome: 'accepted' })
      await shop.conflicts.record({ customers: [a, c] })
      expect(await may(c)).toEqual(['notOptedIn'])
      await decide(a, 'denied')
      expect(await may(c)).toEqual(['optedOut'])
    })

    test('are no conflict any more once one of them is gone', async () => {
      const { shop, ids } = await three(open)
      const [a, b, c] = ids
      await shop.conflicts.record({ customers: ids })
      await shop.customers.delete(b)
      const { rows } = await shop.conflicts.list()
      expect(rows.map(({ customers }) => customers)).toEqual([[a, c]])
      expect(await shop.verify()).toMatchObject({ findings: [] })
      await expect(shop.conflicts.record({ customers: [a, b] })).rejects.toMatchObject({
        code: 'CUSTOMER_NOT_FOUND',
      })
    })
  })
}

async function three(open: OpenStorage) {
  const kit = await newShop(open)
  const added = []
  for (const name of ['Sari', 'Budi', 'Citra']) added.push(await kit.shop.customers.add({ name }))
  const [a = '', b = '', c = ''] = added.map(({ id }) => id).sort()
  return { ...kit, ids: [a, b, c] as const }
}

/** Three whom WhatsApp can write to, with questions about marketing. */
async function threeWithNumbers(open: OpenStorage) {
  const kit = await three(open)
  const { shop, clock, ids } = kit
  for (const [i, id] of ids.entries()) {
    await shop.customers.edit(id, { phone: `0812-3456-789${i}` })
  }
  const channel = kitChannel()
  const offer = { form: 'template', purpose: 'marketing' } as const
  return {
    ...kit,
    decide(customer: string, decision: ConsentDecision) {
      // Of two decisions of one instant the one against it counts.
      clock.step(1)
      return shop.consents.record({ customer, purpose: 'marketing', decision })
    },
    async may(customer: string, purpose: SendPurpose = 'marketing') {
      const message = { ...offer, purpose }
      return (await shop.messages.mayReceive({ customer, channel, ...message })).reasons
    },
    send: (customer: string) => shop.messages.send({ customer, channel, message: offer }),
  }
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ChatEvent, ingest, parse } from '../../src/index.ts'
import { messagesOf, text } from '../support/envelopes.ts'
import { newShop } from '../support/shops.ts'

test('law 13: who may be one is listed once, in whatever order it is told', async () => {
  const shuffled = fc.shuffledSubarray([0, 1, 2, 0, 1, 2, 0, 1, 2], { minLength: 3 })
  await fc.assert(
    fc.asyncProperty(shuffled, async (order) => {
      const shop = await newShop()
      const names = new Map<string, string>()
      for (const i of [0, 1, 2]) {
        for (const known of [{ phone: `+62812000100${i}` }, { userId: `ID.${i}` }]) {
          const name = `${i} ${Object.keys(known)[0]}`
          names.set((await shop.customers.add({ name, ...known })).id, name)
        }
      }
      const events = order.flatMap((i, n) => parse(writtenByBoth(i, n)).events)
      await ingest(
        shop,
        events.filter((event): event is ChatEvent => 'number' in event),
      )
      const { rows } = await shop.conflicts.list()
      const listed = rows.map(({ customers }) => customers.map((id) => names.get(id)).sort())
      const told = [...new Set(order)].map((i) => [`${i} phone`, `${i} userId`])
      expect(listed.sort()).toEqual(told.sort())
    }),
  )
})

/** A message of somebody whose number and user id are two customers'. */
function writtenByBoth(i: number, n: number): object {
  const from = { from: `62812000100${i}`, from_user_id: `ID.${i}` }
  const contacts = [{ profile: { name: 'Sari' }, wa_id: from.from, user_id: from.from_user_id }]
  return messagesOf([text('Halo', { id: `wamid.${n}`, ...from })], contacts)
}

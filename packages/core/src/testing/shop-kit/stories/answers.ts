import { describe, expect, test } from 'vitest'
import type { Recipient, Sendable } from '../../../ports/channel.ts'
import { kitChannel, numberOfChannel } from '../world/channel.ts'
import { newShop, type OpenStorage } from '../world/open.ts'
import { rowsOf } from '../world/rows.ts'

const hour = 3_600_000

const answer = { form: 'freeForm', purpose: 'service' } as const
const notice = { form: 'template', purpose: 'service' } as const

/** What an event says of who wrote. */
interface Writer {
  readonly phone?: string
  readonly whatsapp?: string
  readonly userId?: string
}

const home: Writer = { whatsapp: '6281234567890' }
const work: Writer = { whatsapp: '6285711112222' }

export function answerStories(open: OpenStorage): void {
  describe('stories: where answers go', () => {
    test('somebody with two numbers is answered at the one that wrote last, while the window is open', async () => {
      const { clock, write, to, agree } = await sari(open)
      await agree()
      expect(await to(notice)).toEqual({ phone: '+6281234567890' })
      await write(work)
      expect(await to(answer)).toEqual({ phone: '+6285711112222' })
      expect(await to(notice)).toEqual({ phone: '+6285711112222' })
      clock.step(hour)
      await write(home)
      expect(await to(answer)).toEqual({ phone: '+6281234567890' })
      clock.step(hour)
      await write(work)
      clock.step(24 * hour - 1)
      expect(await to(answer)).toEqual({ phone: '+6285711112222' })
      clock.step(1)
      expect(await to(answer)).toBeUndefined()
      expect(await to(notice)).toEqual({ phone: '+6281234567890' })
    })

    test('each business number has its own', async () => {
      const { write, to } = await sari(open)
      await write(work, { businessNumber: '+6281100000002' })
      await write(home)
      expect(await to(answer)).toEqual({ phone: '+6281234567890' })
      expect(await to(answer, '+6281100000002')).toEqual({ phone: '+6285711112222' })
    })

    test('the order of arrival does not matter, of messages of one instant either', async () => {
      const told = [
        { writer: home, ago: 2 },
        { writer: work, ago: 1 },
        { writer: home, ago: 1 },
      ]
      const orders = [
        [0, 1, 2],
        [0, 2, 1],
        [1, 0, 2],
        [1, 2, 0],
        [2, 0, 1],
        [2, 1, 0],
      ]
      const ends = []
      for (const order of orders) {
        const { shop, storage, write, to } = await sari(open)
        for (const i of order) {
          const { writer, ago } = told[i] ?? { writer: home, ago: 0 }
          await write(writer, { ago })
        }
        const [window] = await rowsOf(storage, shop.id, 'windows')
        ends.push({ from: window?.lastInboundFrom, to: await to(answer) })
      }
      for (const end of ends) expect(end).toEqual(ends[0])
      expect(ends[0]?.to).toEqual({ phone: '+6285711112222' })
    })

    test('a number in another spelling is the same one, and is written as WhatsApp has it', async () => {
      const { shop } = await newShop(open)
      const known = { phone: '0812-3456-7890', whatsapp: '525512345678' }
      const { id: customer } = await shop.customers.add({ name: 'Sari', ...known })
      await shop.interactions.record({
        customer: { whatsapp: '5215512345678' },
        kind: 'chat',
        businessNumber: numberOfChannel,
      })
      const channel = kitChannel()
      await shop.messages.send({ customer, channel, message: answer })
      expect(channel.carried[0]?.to).toEqual({ phone: '+525512345678' })
    })

    test('who shows no number is answered by the user id, and gets templates at the number', async () => {
      const { clock, write, to } = await sari(open, { userId: 'ID.7' })
      await write({ userId: 'ID.7' })
      expect(await to(answer)).toEqual({ userId: 'ID.7' })
      expect(await to(notice)).toEqual({ phone: '+6281234567890', userId: 'ID.7' })
      clock.step(1)
      await write({ ...work, userId: 'ID.7' })
      expect(await to(answer)).toEqual({ phone: '+6285711112222', userId: 'ID.7' })
    })

    test('a number that is the customer’s no longer gets nothing', async () => {
      const { shop, customer, write, to } = await sari(open)
      await write(work)
      await shop.customers.edit(customer, { whatsapp: [home.whatsapp ?? ''] })
      expect(await to(answer)).toEqual({ phone: '+6281234567890' })
    })

    test('what names the customer by id does not say where it came from', async () => {
      const { shop, clock, customer, write, to } = await sari(open)
      await write(work)
      clock.step(hour)
      const byId = { customer, kind: 'chat', businessNumber: numberOfChannel } as const
      await shop.interactions.record(byId)
      expect(await to(answer)).toEqual({ phone: '+6281234567890' })
    })

    test('the platform’s word that the window is closed does not change who wrote last', async () => {
      const { shop, storage, customer, write } = await sari(open)
      await write(work)
      const channel = kitChannel('useTemplate')
      await shop.messages.send({ customer, channel, message: answer })
      expect(await rowsOf(storage, shop.id, 'windows')).toMatchObject([
        { lastInboundFrom: 'number +6285711112222', closedAt: expect.any(Number) },
      ])
    })
  })
}

/** Sari, who has two numbers on WhatsApp. */
async function sari(open: OpenStorage, known: Writer = {}) {
  const kit = await newShop(open)
  const { shop, clock } = kit
  const numbers = [home, work].flatMap(({ whatsapp }) => whatsapp ?? [])
  const { id: customer } = await shop.customers.add({ name: 'Sari', whatsapp: numbers, ...known })
  return {
    ...kit,
    customer,
    agree: () => shop.consents.record({ customer, purpose: 'service', decision: 'granted' }),
    write: (
      writer: Writer,
      { ago = 0, businessNumber = numberOfChannel }: { ago?: number; businessNumber?: string } = {},
    ) =>
      shop.interactions.record({
        customer: { ...writer },
        kind: 'chat',
        businessNumber,
        at: new Date(clock.now() - ago),
      }),
    /** Where a message goes to that is sent now; undefined where it is stopped. */
    async to(message: Sendable, businessNumber = numberOfChannel): Promise<Recipient | undefined> {
      const channel = kitChannel('accepts', { businessNumber })
      await shop.messages.send({ customer, channel, message })
      return channel.carried[0]?.to
    },
  }
}

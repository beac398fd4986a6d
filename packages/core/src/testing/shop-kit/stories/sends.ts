import { describe, expect, test } from 'vitest'
import type { GateReason } from '../../../domain/messages/gate.ts'
import type { Channel, Sendable } from '../../../ports/channel.ts'
import type { SendInput } from '../../../shop/input/send.ts'
import type { SendOutcome } from '../../../shop/messages/send-outcome.ts'
import { type Carrying, kitChannel, numberOfChannel } from '../world/channel.ts'
import { type KitShop, newShop, type OpenStorage } from '../world/open.ts'
import { rowsOf } from '../world/rows.ts'

const hour = 3_600_000
const day = 24 * hour

const answer: Sendable & { readonly text: string } = {
  form: 'freeForm',
  purpose: 'service',
  text: 'Ada',
}
const offerInside = { ...answer, purpose: 'marketing' } as const
const notice = { form: 'template', purpose: 'service' } as const
const offer = { form: 'template', purpose: 'marketing' } as const

export function sendStories(open: OpenStorage): void {
  describe('stories: what may be sent to whom', () => {
    test('everything that speaks against a message is named, in order', async () => {
      const { shop, may, customer, agree, write } = await sari(open)
      expect(await may(answer)).toEqual(['windowClosed'])
      expect(await may(notice)).toEqual(['notOptedIn'])
      expect(await may(offer)).toEqual(['notOptedIn'])
      expect(await may(offerInside)).toEqual(['windowClosed', 'notOptedIn'])
      await write()
      expect(await may(answer)).toEqual([])
      expect(await may(notice)).toEqual([])
      expect(await may(offerInside)).toEqual(['notOptedIn'])
      await agree('marketing', 'granted')
      expect(await may(offerInside)).toEqual([])
      expect(await may(offer)).toEqual([])
      await agree('service', 'denied')
      expect(await may(answer)).toEqual(['optedOut'])
      await shop.customers.archive(customer)
      await shop.customers.blacklist(customer, { reason: 'fiktif' })
      expect(await may(offer)).toEqual(['archived', 'blacklisted'])
      expect(await may(answer)).toEqual(['archived', 'blacklisted', 'optedOut'])
    })

    test('each number has its own window, and other channels have none', async () => {
      const { shop, customer, write } = await sari(open)
      await write('+6281100000002')
      const what = { form: 'freeForm', purpose: 'service' } as const
      const asked = (name: 'whatsapp' | 'sms', businessNumber: string) =>
        shop.messages.mayReceive({ customer, channel: { name, businessNumber }, ...what })
      expect(await asked('whatsapp', numberOfChannel)).toEqual({
        customer,
        allowed: false,
        reasons: ['windowClosed'],
      })
      expect(await asked('whatsapp', '+6281100000002')).toMatchObject({ allowed: true })
      expect(await asked('sms', numberOfChannel)).toMatchObject({ allowed: true })
    })

    test.each<[known: object, to: object | undefined]>([
      [{ phone: '0812-3456-7890' }, { phone: '+6281234567890' }],
      [{ whatsapp: '5215512345678' }, { phone: '+5215512345678' }],
      [
        { phone: '0857-1111-2222', whatsapp: '6281234567890', userId: 'ID.7' },
        { phone: '+6281234567890', userId: 'ID.7' },
      ],
      [{ userId: 'ID.7', lid: '987654321012345' }, { userId: 'ID.7' }],
      [{ lid: '987654321012345' }, undefined],
      [{ email: 'sari@example.com' }, undefined],
    ])('somebody with %j is written to at %j', async (known, to) => {
      const { shop } = await newShop(open)
      const { id: customer } = await shop.customers.add({ name: 'Sari', ...known })
      await shop.consents.record({ customer, purpose: 'marketing', decision: 'granted' })
      const channel = kitChannel()
      const { outcome } = await shop.messages.send({ customer, channel, message: offer })
      expect(channel.carried[0]?.to).toEqual(to)
      expect(outcome).toBe(to === undefined ? 'stopped' : 'accepted')
    })
  })

  describe('stories: sending', () => {
    test('what the platform takes is an interaction, and statuses that were faster belong to it', async () => {
      const kit = await sari(open)
      const { shop, customer, send, clock } = kit
      await kit.agree('marketing', 'granted')
      const channel = kitChannel('accepts', { clock: clock.now })
      const sent = await send(offer, { channel })
      const at = clock.now()
      expect(sent).toEqual({
        id: expect.any(String),
        customer,
        outcome: 'accepted',
        messageId: `wamid.${sent.id}`,
      })
      expect(channel.carried).toEqual([
        {
          to: { phone: '+6281234567890' },
          reference: sent.id,
          turn: { granted: true },
          notAfter: at + 2_000,
          signal: undefined,
        },
      ])
      expect(await shop.interactions.of(customer)).toMatchObject([
        {
          kind: 'chat',
          channel: 'whatsapp',
          direction: 'outbound',
          businessNumber: numberOfChannel,
          at: new Date(at),
        },
      ])
      expect(await shop.interactions.window(customer)).toMatchObject({ closesAt: null })
      await shop.messages.recordStatus({ message: `wamid.${sent.id}`, status: 'read' })
      expect(await shop.messages.of(customer)).toMatchObject([{ status: 'read', customer }])
      expect(await shop.rebuild()).toBe(0)
    })

    test('a message that is stopped leaves no trace, and takes no turn', async () => {
      const { shop, storage, send } = await sari(open)
      const channel: Channel = {
        ...kitChannel(),
        takeTurn: () => {
          throw new Error('took a turn')
        },
      }
      expect(await send(answer, { channel, reference: 'R-1' })).toMatchObject({
        id: null,
        outcome: 'stopped',
        reasons: ['windowClosed'],
      })
      expect(await rowsOf(storage, shop.id, 'sends')).toEqual([])
      expect(await rowsOf(storage, shop.id, 'onceKeys')).toEqual([])
    })

    test('without a turn nothing is claimed', async () => {
      const { shop, storage, send, write } = await sari(open)
      await write()
      expect(await send(answer, { channel: kitChannel('hasNoTurn') })).toMatchObject({
        id: null,
        outcome: 'notSent',
        reason: 'limit',
        retryAfter: 6_000,
      })
      expect(await rowsOf(storage, shop.id, 'sends')).toEqual([])
    })

    test('what changed while the turn was taken is looked at again', async () => {
      const { shop, customer, send, write } = await sari(open)
      await write()
      let withdrawn: Promise<unknown> | undefined
      const channel: Channel = {
        ...kitChannel(),
        takeTurn: () => {
          const withdrawal = { purpose: 'service', decision: 'withdrawn' } as const
          withdrawn ??= shop.consents.record({ customer, ...withdrawal })
          return { granted: true }
        },
      }
      expect(await send(answer, { channel })).toMatchObject({ reasons: ['optedOut'] })
      await withdrawn
    })

    test('a claim that is not begun within two seconds is void', async () => {
      const { clock, send, write } = await sari(open)
      await write()
      const carrying = kitChannel('accepts', { clock: clock.now })
      const late = (milliseconds: number): Channel => ({
        ...carrying,
        send(message, options) {
          clock.step(milliseconds)
          return carrying.send(message, options)
        },
      })
      expect(await send(answer, { channel: late(2_000) })).toMatchObject({ outcome: 'accepted' })
      expect(await send(answer, { channel: late(2_001) })).toMatchObject({
        outcome: 'notSent',
        reason: 'late',
      })
    })
  })

  describe('stories: with a reference at most one message leaves', () => {
    test.each<[Carrying, number]>([
      ['accepts', 1],
      ['loses', 1],
      ['giveUp', 2],
      ['isUnreachable', 2],
    ])('a channel that %s is called %d times for two calls', async (carrying, times) => {
      const { send, write } = await sari(open)
      await write()
      const channel = kitChannel(carrying)
      const first = await send(answer, { channel, reference: 'R-1' })
      expect(await send(answer, { channel, reference: 'R-1' })).toEqual(first)
      expect(channel.carried).toHaveLength(times)
      const ids = new Set(channel.carried.map(({ reference }) => reference))
      expect([...ids]).toEqual([first.id])
    })

    test('what did not leave goes through the gate again', async () => {
      const { clock, send, write } = await sari(open)
      await write()
      const lost = await send(answer, { channel: kitChannel('isUnreachable'), reference: 'R-1' })
      clock.step(day)
      expect(await send(answer, { reference: 'R-1' })).toMatchObject({
        id: lost.id,
        outcome: 'stopped',
        reasons: ['windowClosed'],
      })
      await write()
      expect(await send(answer, { reference: 'R-1' })).toMatchObject({
        id: lost.id,
        outcome: 'accepted',
      })
    })

    test('of two calls at once one sends, and the other says that it is under way', async () => {
      const { shop, send, write } = await sari(open)
      await write()
      const channel = kitChannel()
      const both = await Promise.all([1, 2].map(() => send(answer, { channel, reference: 'R-1' })))
      expect(channel.carried).toHaveLength(1)
      const [won, other] = both[0]?.outcome === 'accepted' ? both : both.toReversed()
      expect(won).toMatchObject({ outcome: 'accepted' })
      if (other?.outcome !== 'accepted')
        expect(other).toMatchObject({ id: won?.id, outcome: 'unknown', reason: 'underWay' })
      expect(await shop.messages.unresolved()).toEqual({ rows: [], next: null })
    })

    test('a message that the channel cannot carry is no message, and anything else is unknown', async () => {
      const { shop, send, write } = await sari(open)
      await write()
      const wrong = send(answer, { channel: kitChannel('throws'), reference: 'R-1' })
      await expect(wrong).rejects.toMatchObject({ code: 'INVALID_INPUT' })
      expect(await send(answer, { reference: 'R-1' })).toMatchObject({ outcome: 'accepted' })
      const broken: Channel = {
        ...kitChannel(),
        send: () => Promise.reject(new TypeError('a fault of the channel')),
      }
      await expect(send(answer, { channel: broken, reference: 'R-2' })).rejects.toThrow(TypeError)
      expect(await send(answer, { reference: 'R-2' })).toMatchObject({
        outcome: 'unknown',
        reason: 'thrown',
      })
      expect(await shop.messages.unresolved()).toMatchObject({ rows: [{ reference: 'R-2' }] })
    })
  })

  describe('stories: sends of which nobody knows', () => {
    test('are listed until a status with their id tells, in pages', async () => {
      const { shop, clock, customer, send, write } = await sari(open)
      await write()
      const lost: SendOutcome[] = []
      for (const reference of ['R-1', 'R-2', null]) {
        lost.push(await send(answer, { channel: kitChannel('loses'), reference }))
        clock.step(1_000)
      }
      const page = await shop.messages.unresolved({ limit: 2 })
      expect(page.rows).toMatchObject([
        { id: lost[0]?.id, customer, reference: 'R-1', reason: 'connection' },
        { id: lost[1]?.id, reference: 'R-2', channel: 'whatsapp', form: 'freeForm' },
      ])
      const rest = await shop.messages.unresolved({ after: page.next ?? '' })
      expect(rest).toMatchObject({ rows: [{ id: lost[2]?.id, reference: null }], next: null })
      const told = { message: 'wamid.A', callbackData: lost[0]?.id ?? '' }
      await shop.messages.recordStatus({ ...told, status: 'sent' })
      await shop.messages.recordStatus({ ...told, status: 'delivered' })
      expect(await send(answer, { reference: 'R-1' })).toMatchObject({
        id: lost[0]?.id,
        outcome: 'accepted',
        messageId: 'wamid.A',
      })
      expect(await shop.messages.of(customer)).toMatchObject([{ status: 'delivered' }])
      expect(await shop.interactions.of(customer)).toHaveLength(2)
      expect((await shop.messages.unresolved()).rows).toHaveLength(2)
      expect(await shop.verify()).toMatchObject({ findings: [] })
    })

    test('are closed by a person, once, and never sent again by their reference', async () => {
      const { shop, customer, send, write } = await sari(open)
      await write()
      const lost = await send(answer, { channel: kitChannel('loses'), reference: 'R-1' })
      const id = lost.id ?? ''
      const closed = { id, customer, sent: false, by: 'person' }
      expect(await shop.messages.resolve(id, { sent: false })).toEqual(closed)
      expect(await shop.messages.resolve(id, { sent: false })).toEqual(closed)
      expect(await shop.messages.unresolved()).toEqual({ rows: [], next: null })
      const channel = kitChannel()
      expect(await send(answer, { channel, reference: 'R-1' })).toEqual({
        id,
        customer,
        outcome: 'resolved',
        sent: false,
      })
      expect(channel.carried).toEqual([])
      const corrected = { ...closed, sent: true }
      expect(await shop.messages.resolve(id, { sent: true })).toEqual(corrected)
      const events = await shop.events.of(customer)
      const said = events.filter(({ type }) => type === 'send.resolved')
      expect(said.map(({ data }) => data)).toEqual([
        { send: id, sent: false },
        { send: id, sent: true },
      ])
      expect(await shop.interactions.of(customer)).toHaveLength(1)
      await expect(shop.messages.resolve('nobody', { sent: true })).rejects.toMatchObject({
        code: 'MESSAGE_NOT_FOUND',
      })
    })

    test('what the platform tells goes before what a person said, sooner or later', async () => {
      const { shop, customer, send, write } = await sari(open)
      await write()
      const { id } = await send(answer, { channel: kitChannel('loses'), reference: 'R-1' })
      await shop.messages.resolve(id ?? '', { sent: false })
      const told = { message: 'wamid.A', status: 'read', callbackData: id } as const
      expect(await shop.messages.recordStatus(told)).toMatchObject({ customer })
      const accepted = { outcome: 'accepted', messageId: 'wamid.A' }
      expect(await send(answer, { reference: 'R-1' })).toMatchObject(accepted)
      expect(await shop.messages.resolve(id ?? '', { sent: false })).toMatchObject({
        sent: true,
        by: 'channel',
      })
      expect(await send(answer, { reference: 'R-1' })).toMatchObject(accepted)
      const refused = await send(answer, { channel: kitChannel('isUnreachable') })
      expect(await shop.messages.resolve(refused.id ?? '', { sent: true })).toMatchObject({
        sent: false,
        by: 'channel',
      })
    })

    test.each([
      ['accepts', { outcome: 'accepted' }],
      ['isUnreachable', { outcome: 'notSent' }],
      ['loses', { outcome: 'resolved', sent: true }],
    ] as const)('a person who is faster than a channel that %s', async (carrying, outcome) => {
      const { shop, send, write } = await sari(open)
      await write()
      const slow = kitChannel(carrying)
      const channel: Channel = {
        ...slow,
        async send(message, options) {
          await shop.messages.resolve(options.reference ?? '', { sent: true })
          return slow.send(message, options)
        },
      }
      expect(await send(answer, { channel })).toMatchObject(outcome)
      expect(await shop.messages.unresolved()).toMatchObject({ rows: [] })
    })

    test('a process that ends in between leaves a claim, which shows after two seconds', async () => {
      const { shop, clock, send, write } = await sari(open)
      await write()
      const never: Channel = { ...kitChannel(), send: () => new Promise(() => undefined) }
      void send(answer, { channel: never, reference: 'R-1' })
      for (let tries = 0; tries < 100; tries += 1) {
        const again = await send(answer, { channel: kitChannel('hasNoTurn'), reference: 'R-1' })
        if (again.outcome === 'unknown') break
      }
      expect(await shop.messages.unresolved()).toMatchObject({ rows: [] })
      clock.step(2_001)
      expect(await shop.messages.unresolved()).toMatchObject({
        rows: [{ reference: 'R-1', reason: 'underWay' }],
      })
      expect(await send(answer, { reference: 'R-1' })).toMatchObject({ reason: 'underWay' })
    })

    test('a status that is faster than the answer settles it', async () => {
      const { shop, customer, send, write } = await sari(open)
      await write()
      const channel: Channel = {
        ...kitChannel(),
        async send(_, { reference = '' }) {
          const status = { message: 'wamid.A', callbackData: reference, status: 'sent' } as const
          await shop.messages.recordStatus(status)
          return { outcome: 'unknown', reason: 'timeout' }
        },
      }
      expect(await send(answer, { channel })).toMatchObject({
        outcome: 'accepted',
        messageId: 'wamid.A',
      })
      expect(await shop.interactions.of(customer)).toHaveLength(2)
    })

    test('go with their customer', async () => {
      const { shop, storage, customer, send, write } = await sari(open)
      await write()
      const { id } = await send(answer, { channel: kitChannel('loses'), reference: 'R-1' })
      await shop.customers.delete(customer)
      expect(await rowsOf(storage, shop.id, 'sends')).toEqual([])
      const late = { message: 'wamid.A', status: 'read', callbackData: id } as const
      expect(await shop.messages.recordStatus(late)).toMatchObject({ customer: null })
      await expect(send(answer, { reference: 'R-1' })).rejects.toMatchObject({
        code: 'CUSTOMER_NOT_FOUND',
      })
    })
  })

  describe('stories: what a refusal asks for', () => {
    const told = ['in the answer', 'by a status', 'by a status that waited'] as const

    test.each(told)('131047 %s closes the window for what came before', async (how) => {
      const { shop, clock, customer, write, may, refuse, window } = await sari(open)
      const at = clock.now()
      await write()
      clock.step(hour)
      await refuse(how, answer, 'useTemplate', 131_047)
      expect(await window()).toEqual({ state: 'template-only', closesAt: new Date(at + hour) })
      expect(await may(answer)).toEqual(['windowClosed'])
      expect(await shop.segments.count({ window: {}, is: 'open' })).toBe(0)
      clock.step(hour)
      const inbound = { customer, kind: 'chat', businessNumber: numberOfChannel } as const
      await shop.interactions.record({ ...inbound, at: new Date(at + hour) })
      expect(await may(answer)).toEqual(['windowClosed'])
      await shop.interactions.record({ ...inbound, at: new Date(at + hour + 1) })
      expect(await window()).toEqual({
        state: 'free-form',
        closesAt: new Date(at + hour + 1 + day),
      })
      expect(await shop.segments.count({ window: {}, is: 'open' })).toBe(1)
      expect(await shop.rebuild()).toBe(0)
    })

    test('what comes late does not open a window that the platform closed before any was known', async () => {
      const { shop, clock, customer, may, agree, refuse } = await sari(open)
      await agree('service', 'granted')
      const at = clock.now()
      await refuse('in the answer', notice, 'useTemplate', 131_047)
      const inbound = { customer, kind: 'chat', businessNumber: numberOfChannel } as const
      for (const hours of [30, 2, 1]) {
        await shop.interactions.record({ ...inbound, at: new Date(at - hours * hour) })
        expect(await may(answer)).toEqual(['windowClosed'])
        expect(await shop.rebuild()).toBe(0)
      }
    })

    test.each(told)('131050 %s withdraws consent to marketing', async (how) => {
      const { shop, clock, customer, may, agree, refuse } = await sari(open)
      await agree('marketing', 'granted')
      clock.step(hour)
      await refuse(how, offer, 'suppressMarketing', 131_050)
      expect(await may(offer)).toEqual(['optedOut'])
      const { log } = await shop.consents.of(customer)
      expect(log.at(-1)).toMatchObject({
        purpose: 'marketing',
        channel: 'whatsapp',
        decision: 'withdrawn',
        proof: expect.stringContaining('131050'),
      })
      expect(log).toHaveLength(2)
      clock.step(1)
      await agree('marketing', 'granted')
      expect(await may(offer)).toEqual([])
    })

    test.each(told)('131049 %s holds marketing back for 24 hours', async (how) => {
      const { clock, may, agree, refuse, write } = await sari(open)
      await agree('marketing', 'granted')
      await write()
      await refuse(how, offer, 'waitADay', 131_049)
      expect(await may(offer)).toEqual(['tooSoon'])
      expect(await may(offerInside)).toEqual(['tooSoon'])
      expect(await may(answer)).toEqual([])
      clock.step(day - 1)
      expect(await may(offer)).toEqual(['tooSoon'])
      clock.step(1)
      expect(await may(offer)).toEqual([])
    })

    test('a message that is tried again leaves in force what was said of it before', async () => {
      const { may, agree, write, send } = await sari(open)
      await agree('marketing', 'granted')
      await write()
      await send(answer, { channel: kitChannel('waitADay'), reference: 'R-1' })
      expect(await send(answer, { reference: 'R-1' })).toMatchObject({ outcome: 'accepted' })
      expect(await may(offer)).toEqual(['tooSoon'])
    })
  })
}

interface Sari extends KitShop {
  readonly customer: string
  /** Why a message may not go to her. */
  may(message: Sendable): Promise<readonly GateReason[]>
  agree(purpose: 'service' | 'marketing', decision: 'granted' | 'denied'): Promise<unknown>
  /** She writes to a number, the channel's unless given. */
  write(businessNumber?: string): Promise<unknown>
  send(message: Sendable, more?: Partial<SendInput>): Promise<SendOutcome>
  /** Sends, and is refused. */
  refuse(how: string, message: Sendable, act: Refusing, code: number): Promise<void>
  window(): Promise<unknown>
}

type Refusing = 'useTemplate' | 'waitADay' | 'suppressMarketing'

async function sari(open: OpenStorage): Promise<Sari> {
  const kit = await newShop(open)
  const { shop } = kit
  const { id: customer } = await shop.customers.add({ name: 'Sari', phone: '0812-3456-7890' })
  const channel = { name: 'whatsapp', businessNumber: numberOfChannel } as const
  const send = (message: Sendable, more: Partial<SendInput> = {}): Promise<SendOutcome> =>
    shop.messages.send({ customer, channel: kitChannel(), message, ...more })
  return {
    ...kit,
    customer,
    send,
    async may({ form, purpose }) {
      return (await shop.messages.mayReceive({ customer, channel, form, purpose })).reasons
    },
    agree: (purpose, decision) =>
      shop.consents.record({ customer, purpose, channel: 'whatsapp', decision }),
    write: (businessNumber = numberOfChannel) =>
      shop.interactions.record({ customer, kind: 'chat', businessNumber }),
    async refuse(how, message, act, code) {
      if (how === 'in the answer') {
        const refused = await send(message, { channel: kitChannel(act) })
        expect(refused).toMatchObject({ outcome: 'refused', code: String(code), act })
        return
      }
      const failed = { message: 'wamid.F', status: 'failed', error: code, act } as const
      const sent = {
        customer,
        kind: 'chat',
        direction: 'outbound',
        businessNumber: numberOfChannel,
        reference: 'wamid.F',
      } as const
      if (how === 'by a status') await shop.interactions.record(sent)
      await shop.messages.recordStatus(failed)
      if (how === 'by a status that waited') await shop.interactions.record(sent)
      await shop.messages.recordStatus(failed)
    },
    window: () => shop.interactions.window(customer),
  }
}

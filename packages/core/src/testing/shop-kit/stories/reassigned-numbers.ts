import { describe, expect, test } from 'vitest'
import type { NewCustomerInput } from '../../../shop/input/customer.ts'
import type { InteractionInput } from '../../../shop/input/interaction.ts'
import type { RecordedInteraction } from '../../../shop/interactions/record.ts'
import type { Shop } from '../../../shop/shop.ts'
import { expectSameRows } from '../laws/same-rows.ts'
import { kitChannel, numberOfChannel } from '../world/channel.ts'
import { type KitShop, newShop, type OpenStorage } from '../world/open.ts'
import { dumpRows } from '../world/rows.ts'

const hour = 3_600_000
const number = '0812-3456-7890'
const whatsapp = '6281234567890'
const answer = { form: 'freeForm', purpose: 'service', text: 'Ada' } as const

export function reassignedNumberStories(open: OpenStorage): void {
  describe('stories: numbers that are somebody else’s now', () => {
    test('the new holder begins with nothing, and the customer keeps all but the number', async () => {
      const { shop, sari, clock } = await known(open)
      const before = await shop.customers.get(sari)
      clock.step(hour)
      const after = await shop.customers.reassignNumber(sari, '+62 812 3456 7890')
      const gone = { phone: null, phones: [], whatsapp: [], userIds: [], lids: [], chatLink: null }
      expect(after).toEqual({ ...before, ...gone })
      for (const [kind, value] of [
        ['phone', number],
        ['whatsapp', whatsapp],
        ['userId', 'ID.1'],
        ['lid', '251556368777322'],
      ] as const)
        expect(await shop.customers.find(kind, value)).toBeNull()

      const { customer, warnings } = await write(shop, { whatsapp, userId: 'ID.2' })
      expect(customer).not.toBe(sari)
      expect(warnings).toEqual([])
      expect(await shop.value.of(customer)).toMatchObject({ orders: 0, balance: 0 })
      expect(await shop.consents.of(customer)).toEqual({ current: [], log: [] })
      expect(await shop.customers.get(customer)).toMatchObject({ blacklist: null })
      expect(await shop.labels.of(customer)).toMatchObject({ current: [] })
      expect(await shop.interactions.of(customer)).toHaveLength(1)
      expect(await shop.value.of(sari)).toMatchObject({ orders: 1, balance: 30_000 })
      expect((await shop.consents.of(sari)).current).toHaveLength(1)
      expect(await shop.verify()).toMatchObject({ findings: [] })
      expect(await shop.rebuild()).toBe(0)
    })

    test('open windows close, messages stop, and segments are judged again', async () => {
      const { shop, sari, clock } = await known(open)
      await shop.customers.unblacklist(sari)
      const open_ = await shop.segments.create({
        name: 'Terbuka',
        where: 'window is open',
        tracked: true,
      })
      const reached = await shop.segments.create({
        name: 'Ada nomor',
        where: 'phone is present',
        tracked: true,
      })
      const counts = async () => [
        await shop.segments.count(open_.id),
        await shop.segments.count(reached.id),
      ]
      expect(await counts()).toEqual([1, 1])
      const channel = kitChannel('accepts', { clock: clock.now })
      const send = () => shop.messages.send({ customer: sari, channel, message: answer })
      expect(await send()).toMatchObject({ outcome: 'accepted' })
      await shop.customers.reassignNumber(sari, number)
      expect(await counts()).toEqual([0, 0])
      expect(await shop.interactions.window(sari)).toEqual({
        state: 'blocked',
        closesAt: new Date(clock.now()),
      })
      const stopped = { outcome: 'stopped', reasons: ['noIdentity', 'windowClosed'] }
      expect(await send()).toMatchObject(stopped)
      expect(channel.carried).toHaveLength(1)
      const types = (await shop.events.of(sari)).map(({ type }) => type)
      expect(types.filter((type) => type === 'segment.left')).toHaveLength(2)
      expect(types).toContain('number.reassigned')
      expect(await shop.rebuild()).toBe(0)
    })

    test('a message on its way and one of which nobody knows stay the customer’s', async () => {
      const { shop, sari } = await known(open)
      await shop.customers.unblacklist(sari)
      const lost = kitChannel('loses')
      const { id } = await shop.messages.send({ customer: sari, channel: lost, message: answer })
      await shop.customers.reassignNumber(sari, number)
      const { rows } = await shop.messages.unresolved({})
      expect(rows).toMatchObject([{ id, customer: sari }])
      await shop.messages.recordStatus({
        message: 'wamid.9',
        status: 'delivered',
        callbackData: id ?? '',
      })
      expect((await shop.messages.unresolved({})).rows).toEqual([])
      expect((await shop.interactions.of(sari)).at(-1)).toMatchObject({ direction: 'outbound' })
      expect(await shop.interactions.window(sari)).toMatchObject({ state: 'blocked' })
    })

    test('what was written before and arrives after is the former holder’s, and opens no window', async () => {
      const { shop, sari, clock } = await known(open)
      await shop.customers.unblacklist(sari)
      await shop.customers.edit(sari, { phone: [number, '0857-1111-2222'] })
      const early = new Date(clock.now())
      const told = await write(shop, { whatsapp }, { reference: 'wamid.1', at: early })
      clock.step(hour)
      await shop.customers.reassignNumber(sari, number)
      clock.step(hour)
      const { customer: newcomer } = await write(shop, { whatsapp })
      expect(await write(shop, { whatsapp }, { reference: 'wamid.1', at: early })).toEqual(told)
      const late = await write(shop, { whatsapp }, { at: new Date(early.getTime() + 1) })
      expect(late).toMatchObject({ customer: sari })
      const elsewhere = { at: early, businessNumber: '+6281100000002' }
      expect(await write(shop, { whatsapp }, elsewhere)).toMatchObject({ customer: sari })
      expect(await shop.interactions.window(sari)).toMatchObject({ state: 'template-only' })
      const found = await shop.customers.findOrAdd({ name: 'Sari', whatsapp }, { at: early })
      expect(found.id).toBe(sari)
      expect(await shop.customers.find('phone', number, { at: early })).toMatchObject({ id: sari })
      expect(await shop.customers.find('phone', number)).toMatchObject({ id: newcomer })
      const now = new Date(clock.now())
      expect(await shop.customers.findOrAdd({ whatsapp }, { at: now })).toMatchObject({
        id: newcomer,
      })
      expect(await shop.customers.findOrAdd({ whatsapp })).toMatchObject({ id: newcomer })
    })

    test('passes through several hands, comes back, and each has had it for a time', async () => {
      const { shop, sari, clock } = await known(open)
      const began = clock.now()
      clock.step(hour)
      await shop.customers.reassignNumber(sari, number)
      clock.step(hour)
      const { customer: budi } = await write(shop, { whatsapp })
      clock.step(hour)
      await shop.customers.reassignNumber(budi, whatsapp)
      await expect(shop.customers.reassignNumber(budi, '0857-1111-2222')).rejects.toMatchObject({
        code: 'IDENTITY_NOT_FOUND',
        field: 'number',
      })
      clock.step(hour)
      await shop.customers.edit(sari, { phone: number })
      const at = (hours: number) => new Date(began + hours * hour)
      const phones = async (id: string) =>
        (await shop.customers.identities(id)).filter(({ kind }) => kind === 'phone')
      const value = '+6281234567890'
      expect(await phones(sari)).toEqual([
        { kind: 'phone', value, validFrom: at(0), validUntil: at(1), end: 'reassigned' },
        { kind: 'phone', value, validFrom: at(4), validUntil: null, end: null },
      ])
      expect(await shop.customers.identities(budi)).toEqual([
        {
          kind: 'whatsapp',
          value: whatsapp,
          validFrom: at(2),
          validUntil: at(3),
          end: 'reassigned',
        },
      ])
      const whose = async (hours: number) =>
        (await shop.customers.findOrAdd({ name: 'Siapa', whatsapp }, { at: at(hours) })).id
      expect([await whose(0), await whose(2.5), await whose(4)]).toEqual([sari, budi, sari])
    })

    test('again it changes nothing, and a number that the customer never had is refused', async () => {
      const { shop, sari, storage } = await known(open)
      const { id: budi } = await shop.customers.add({ name: 'Budi', phone: '0857-1111-2222' })
      for (const wrong of ['0857-1111-2222', '0811-0000-0000', '12'])
        await expect(shop.customers.reassignNumber(sari, wrong)).rejects.toMatchObject({
          code: 'IDENTITY_NOT_FOUND',
        })
      const after = await shop.customers.reassignNumber(sari, number)
      const before = await dumpRows(storage, shop.id)
      expect(await shop.customers.reassignNumber(sari, whatsapp)).toEqual(after)
      expectSameRows(await dumpRows(storage, shop.id), before)
      await shop.customers.findOrAdd({ name: 'Baru', phone: number })
      expect(await shop.customers.reassignNumber(sari, number)).toEqual(after)
      expect(await shop.customers.find('phone', number)).toMatchObject({ name: 'Baru' })
      expect(await shop.customers.get(budi)).toMatchObject({ phone: '+6285711112222' })
    })

    test('labels that were put on before are the former holder’s, and those of now the new one’s', async () => {
      const { shop, sari, clock } = await known(open)
      const early = new Date(clock.now())
      clock.step(hour)
      await shop.customers.reassignNumber(sari, number)
      const { customer: newcomer } = await write(shop, { whatsapp })
      const on = (label: string, at?: Date) =>
        ({ told: 'chat', label, change: 'added', chat: { whatsapp }, at: at ?? null }) as const
      const lid = { ...on('9', early), chat: { lid: '251556368777322' } }
      const events = [on('3', early), lid, on('4', new Date(clock.now())), on('5')]
      const heard = await shop.labels.hear({ source: 'waha', events })
      expect(heard).toMatchObject({ recorded: 4, customersAdded: 0, conflicts: [] })
      const keys = async (id: string) =>
        (await shop.labels.of(id)).current.flatMap(({ source, key }) =>
          source === 'waha' ? [key] : [],
        )
      expect((await keys(sari)).sort()).toEqual(['3', '9'])
      expect((await keys(newcomer)).sort()).toEqual(['4', '5'])
    })

    test('a sale of before that is entered late is the former holder’s debt', async () => {
      const { shop, sari, clock } = await known(open)
      const early = new Date(clock.now())
      clock.step(hour)
      await shop.customers.reassignNumber(sari, number)
      const { customer: newcomer } = await write(shop, { whatsapp })
      clock.step(hour)
      const sale = (orderId: string, at?: Date) => ({
        customer: { name: 'Siapa', phone: number },
        orderId,
        at,
        lines: [{ product: 'KOPI-250', quantity: 1, price: 20_000 }],
      })
      const batch = [sale('INV-2', early), sale('INV-3'), sale('INV-4', early)]
      expect(await shop.transactions.recordMany(batch)).toMatchObject({ customersAdded: 0 })
      expect(await shop.transactions.recordMany(batch)).toMatchObject({ recorded: 0, unchanged: 3 })
      expect(await shop.value.of(sari)).toMatchObject({ balance: 70_000 })
      expect(await shop.value.of(newcomer)).toMatchObject({ balance: 20_000 })
    })

    test('every spelling of it goes, and what a bridge told of its linked ids; another number stays', async () => {
      const { shop } = await newShop(open)
      const { id } = await shop.customers.add({
        name: 'Lupe',
        phone: ['+52 55 1234 5678', '0857-1111-2222'],
        whatsapp: ['5215512345678', '6285711112222'],
      })
      const lid = '251556368777322'
      const linked = { told: 'lid', lid, whatsapp: '5215512345678' } as const
      await shop.labels.hear({ source: 'waha', events: [linked] })
      const after = await shop.customers.reassignNumber(id, '+52 1 55 1234 5678')
      expect(after).toMatchObject({ phones: ['+6285711112222'], whatsapp: ['6285711112222'] })
      const labelled = { told: 'chat', label: '9', change: 'added' } as const
      const heard = await shop.labels.hear({
        source: 'waha',
        events: [{ ...labelled, chat: { lid } }],
      })
      expect(heard).toMatchObject({ waiting: 1, customersAdded: 0 })
      await shop.customers.edit(id, { phone: ['0857-1111-2222', '0896-5555-1234'] })
      const { phones } = await shop.customers.findOrAdd({ phone: '0896-5555-1234' })
      expect(phones).toEqual(['+6285711112222', '+6289655551234'])
    })
  })

  describe('stories: identities over time', () => {
    test('what an edit takes away stays with the times between which it held', async () => {
      const { shop, clock } = await newShop(open)
      const began = new Date(clock.now())
      const { id } = await shop.customers.add({
        name: 'Sari',
        phone: [number, '0857-1111-2222'],
        email: 'sari@example.com',
      })
      clock.step(hour)
      const changed = new Date(clock.now())
      await shop.customers.edit(id, { phone: ['0857-1111-2222', '0896-5555-1234'], email: null })
      // In another order and spelling nothing ends.
      await shop.customers.edit(id, { phone: ['0896 5555 1234', '0857 1111 2222'] })
      const ended = { validFrom: began, validUntil: changed }
      const stays = { validUntil: null, end: null }
      expect(await shop.customers.identities(id)).toEqual([
        { kind: 'email', value: 'sari@example.com', ...ended, end: 'removed' },
        { kind: 'phone', value: '+6281234567890', ...ended, end: 'changed' },
        { kind: 'phone', value: '+6285711112222', validFrom: began, ...stays },
        { kind: 'phone', value: '+6289655551234', validFrom: changed, ...stays },
      ])
      // A correction is nobody's number: what arrives late is whoever's it is now.
      const late = await write(shop, { whatsapp }, { at: began })
      expect(late.customer).not.toBe(id)
      await shop.customers.delete(id)
      expect(await shop.verify()).toMatchObject({ findings: [] })
    })
  })
}

/** A customer with a debt, consent, a label, a blacklisting and an open window. */
async function known(open: OpenStorage): Promise<KitShop & { readonly sari: string }> {
  const kit = await newShop(open)
  const { shop } = kit
  const { id: sari } = await shop.customers.add({
    name: 'Sari',
    phone: number,
    whatsapp,
    userId: 'ID.1',
    lid: '251556368777322',
    email: 'sari@example.com',
  })
  await shop.transactions.record({
    customer: sari,
    orderId: 'INV-1',
    lines: [{ product: 'KOPI-250', quantity: 1, price: 30_000 }],
  })
  const granted = { purpose: 'marketing', decision: 'granted', channel: 'whatsapp' } as const
  await shop.consents.record({ customer: sari, ...granted })
  await shop.labels.record({ customer: sari, label: 'Grade A', change: 'added' })
  await write(shop, { whatsapp })
  await shop.customers.blacklist(sari, { reason: 'fiktif' })
  return { ...kit, sari }
}

/** Somebody writes, as far as it can be seen who. */
function write(
  shop: Shop,
  who: Omit<NewCustomerInput, 'name'>,
  more: Partial<Pick<InteractionInput, 'reference' | 'at' | 'businessNumber'>> = {},
): Promise<RecordedInteraction> {
  const customer = { name: 'Siapa', ...who }
  const businessNumber = numberOfChannel
  return shop.interactions.record({ customer, kind: 'chat', businessNumber, ...more })
}

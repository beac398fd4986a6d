import { describe, expect, test } from 'vitest'
import { expectSameRows } from '../laws/same-rows.ts'
import { newShop, type OpenStorage } from '../world/open.ts'
import { dumpRows } from '../world/rows.ts'

const whatsapp = '6281234567890'
const sari = { name: 'Sari', whatsapp }

export function firstContactStories(open: OpenStorage): void {
  describe('stories: an interaction starts a customer', () => {
    test('a first message adds one with an open window; the next ones, an order too, find the same', async () => {
      const { shop, clock } = await newShop(open)
      const at = new Date(clock.now() - 3_600_000)
      const first = await shop.interactions.record({ customer: sari, kind: 'chat', at })
      const { rows } = await shop.customers.list()
      expect(rows).toMatchObject([
        { id: first.customer, name: 'Sari', whatsapp: [whatsapp], acquisition: 'inbound' },
      ])
      expect(rows).toMatchObject([{ firstContactAt: at, lastActivityAt: at, active: true }])
      expect((await shop.interactions.window(first.customer)).state).toBe('free-form')
      expect((await shop.events.of(first.customer)).map(({ type }) => type)).toEqual([
        'customer.added',
        'interaction.recorded',
      ])

      const again = await shop.interactions.record({
        customer: { phone: '0812-3456-7890', email: 's@example.com' },
        kind: 'email',
      })
      const lines = [{ product: 'KOPI-250', quantity: 1, price: 50_000 }]
      const order = await shop.transactions.record({ customer: { whatsapp }, orderId: '1', lines })
      expect([again.customer, order.customer]).toEqual([first.customer, first.customer])
      expect(await shop.customers.get(first.customer)).toMatchObject({
        emails: ['s@example.com'],
        whatsapp: [whatsapp],
        acquisition: 'inbound',
      })
    })

    test('a form, a message that the shop sent, and what is said of it tell how somebody came', async () => {
      const { shop } = await newShop(open)
      const came = await shop.interactions.recordMany([
        { customer: { name: 'A', email: 'a@example.com' }, kind: 'form' },
        { customer: { name: 'B', phone: '0857-1111-2222' }, kind: 'chat', direction: 'outbound' },
        { customer: { name: 'C', acquisition: 'import' }, kind: 'pageView' },
        { customer: { email: 'A@example.com' }, kind: 'search', term: 'arabika' },
      ])
      const customers = await Promise.all(came.map(({ customer }) => shop.customers.get(customer)))
      expect(customers.map(({ acquisition }) => acquisition)).toEqual([
        'form',
        'manual',
        'import',
        'form',
      ])
      expect(came[3]?.customer).toBe(came[0]?.customer)
      expect((await shop.interactions.status(came[1]?.customer ?? '')).contact).toBe('passive')
    })

    test('the same message twice adds nobody twice, however its sender is told', async () => {
      const { shop, storage, clock } = await newShop(open)
      const message = { customer: sari, kind: 'chat', reference: 'wamid.1' } as const
      const { id, customer } = await shop.interactions.record(message)
      clock.step(1)
      const before = await dumpRows(storage, shop.id)
      for (const other of [sari, { ...sari, name: 'Bu Sari' }, { phone: '081234567890' }]) {
        const told = await shop.interactions.record({ ...message, customer: other })
        expect([told.id, told.customer]).toEqual([id, customer])
      }
      expect((await shop.interactions.record({ ...message, customer })).id).toBe(id)
      expectSameRows(await dumpRows(storage, shop.id), before)
    })

    test('nobody is added where the interaction is refused', async () => {
      const { shop, storage, clock } = await newShop(open)
      await shop.customers.add({ name: 'Budi', external: 'P1' })
      await shop.customers.add({ name: 'Ani', phone: '0857-1111-2222', external: 'P2' })
      const before = await dumpRows(storage, shop.id)
      const { record, recordMany } = shop.interactions
      const chat = { kind: 'chat' } as const
      await expect(record({ ...chat, customer: { whatsapp } })).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        field: 'customer.name',
      })
      const at = new Date(clock.now() + 1)
      await expect(record({ ...chat, customer: sari, at })).rejects.toMatchObject({ field: 'at' })
      const two = { external: 'P1', phone: '0857-1111-2222' }
      await expect(record({ ...chat, customer: two })).rejects.toMatchObject({
        code: 'CUSTOMER_ALREADY_EXISTS',
        field: 'customer',
      })
      const wrong = { name: 'Sari', phone: '12' }
      await expect(
        recordMany([
          { ...chat, customer: sari },
          { ...chat, customer: wrong },
        ]),
      ).rejects.toMatchObject({ code: 'INVALID_INPUT', field: '[1].customer.phone' })
      expectSameRows(await dumpRows(storage, shop.id), before)
    })
  })
}

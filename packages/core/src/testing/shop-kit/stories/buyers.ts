import { describe, expect, test } from 'vitest'
import { expectSameRows } from '../laws/same-rows.ts'
import { newShop, type OpenStorage } from '../world/open.ts'
import { dumpRows, rowsOf } from '../world/rows.ts'

const lines = [{ product: 'KOPI-250', quantity: 1, price: 50_000 }]
const phone = '0812-3456-7890'

export function buyerStories(open: OpenStorage): void {
  describe('stories: who the buyer of an order is', () => {
    test('two numbers of the shop with one phone are two customers, which a person must look at', async () => {
      const { shop, storage } = await newShop(open)
      const sari = { name: 'Sari', external: 'P9', phone }
      const ani = { name: 'Ani', external: 'P10', phone: '+62 812 3456 7890' }
      const { customer } = await shop.transactions.record({
        customer: sari,
        orderId: 'INV-1',
        lines,
      })
      const before = await dumpRows(storage, shop.id)
      const refusal = { code: 'CUSTOMER_ALREADY_EXISTS', details: { customer } }
      await expect(
        shop.transactions.record({ customer: ani, orderId: 'INV-2', lines }),
      ).rejects.toMatchObject({ ...refusal, field: 'customer.phone' })
      const batch = [
        { customer: { name: 'Budi', external: 'P1' }, orderId: 'INV-3', lines },
        { customer: ani, orderId: 'INV-2', lines },
      ]
      await expect(shop.transactions.recordMany(batch)).rejects.toMatchObject({
        ...refusal,
        field: '[1].customer.phone',
      })
      expectSameRows(await dumpRows(storage, shop.id), before)
    })

    test('the two numbers may also meet in one batch', async () => {
      const { shop } = await newShop(open)
      const batch = [
        { customer: { name: 'Sari', external: 'P9', email: 's@example.com' }, orderId: '1', lines },
        { customer: { name: 'Ani', external: 'P10', email: 's@example.com' }, orderId: '2', lines },
      ]
      await expect(shop.transactions.recordMany(batch)).rejects.toMatchObject({
        code: 'CUSTOMER_ALREADY_EXISTS',
        field: '[1].customer.email',
      })
      expect(await shop.customers.find('external', 'P9')).toBeNull()
    })

    test('a customer takes the identities that are new, once, and keeps the facts', async () => {
      const { shop, storage, clock } = await newShop(open)
      const record = (orderId: string, customer: object) =>
        shop.transactions.record({ customer: { name: 'Sari', ...customer }, orderId, lines })
      const { customer: id } = await record('INV-1', { phone })
      await record('INV-2', { phone, external: 'P2' })
      await record('INV-3', { external: 'P2', phone: '0857-1111-2222', email: 's@example.com' })
      expect(await shop.customers.get(id)).toMatchObject({
        phones: ['+6281234567890', '+6285711112222'],
        external: ['P2'],
        email: 's@example.com',
      })
      expect(await shop.customers.find('whatsapp', '6285711112222')).toMatchObject({ id })
      const numbers = await rowsOf(storage, shop.id, 'identities')
      expect(numbers.filter(({ kind }) => kind === 'number')).toMatchObject([
        { value: '+6281234567890', position: 0, customerId: id },
        { value: '+6285711112222', position: 1, customerId: id },
      ])
      const { events } = await shop.events.read()
      const edits = events.filter(({ type }) => type === 'customer.edited')
      expect(edits.map(({ customer, data }) => [customer, data])).toEqual([
        [id, { fields: ['external'] }],
        [id, { fields: ['phone', 'email'] }],
      ])

      clock.step(1)
      const before = await dumpRows(storage, shop.id)
      await record('INV-1', { phone })
      // The same order, in words that came later or never: nothing is taken from a repeat.
      await record('INV-1', { phone, external: 'P2' })
      await record('INV-1', { phone, userId: 'ID.7' })
      expectSameRows(await dumpRows(storage, shop.id), before)
    })

    test('what one order of a batch adds, the next ones find', async () => {
      const { shop } = await newShop(open)
      const batch = await shop.transactions.recordMany([
        { customer: { name: 'Sari', whatsapp: '6281234567890' }, orderId: '1', lines },
        { customer: { name: 'Sari', phone, external: 'P2' }, orderId: '2', lines },
        {
          customer: { name: 'Sari', external: 'P2', phone: '0857-1111-2222' },
          orderId: '3',
          lines,
        },
        { customer: { name: 'Sari', phone: '0857-1111-2222' }, orderId: '4', lines },
      ])
      expect(batch).toMatchObject({ recorded: 4, customersAdded: 1 })
      const sari = await shop.customers.find('external', 'P2')
      expect(sari).toMatchObject({ phones: ['+6285711112222'], whatsapp: ['6281234567890'] })
    })

    test('somebody is found by any identity, takes those that are nobody’s, or is added', async () => {
      const { shop, storage } = await newShop(open)
      const { findOrAdd } = shop.customers
      const { id } = await findOrAdd({ name: 'Sari', userId: 'ID.7', acquisition: 'inbound' })
      const sari = await findOrAdd({ name: 'Somebody', userId: 'ID.7', phone, city: 'Bandung' })
      expect(sari).toMatchObject({ id, name: 'Sari', phones: ['+6281234567890'], city: null })
      expect(await findOrAdd({ whatsapp: '6281234567890' })).toMatchObject({ id })
      const budi = await findOrAdd({ name: 'Budi', email: 'budi@example.com' })
      expect(budi).toMatchObject({ name: 'Budi', acquisition: 'manual' })
      const before = await dumpRows(storage, shop.id)
      await findOrAdd({ userId: 'ID.7', phone })
      await expect(findOrAdd({ phone, email: 'budi@example.com' })).rejects.toMatchObject({
        code: 'CUSTOMER_ALREADY_EXISTS',
        field: undefined,
        details: { customers: [id, budi.id] },
      })
      // A name tells nobody apart.
      await expect(findOrAdd({ name: 'Sari' })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
      expectSameRows(await dumpRows(storage, shop.id), before)
    })

    test('an edit that says what is known writes nothing after numbers were taken', async () => {
      const { shop, storage } = await newShop(open)
      const said = { whatsapp: '6281234567890', phone: '0857-1111-2222' }
      const { id } = await shop.customers.add({ name: 'Sari', whatsapp: said.whatsapp })
      await shop.transactions.record({ customer: { name: 'S', ...said }, orderId: '1', lines })
      const before = await dumpRows(storage, shop.id)
      await shop.customers.edit(id, said)
      expectSameRows(await dumpRows(storage, shop.id), before)
    })
  })
}

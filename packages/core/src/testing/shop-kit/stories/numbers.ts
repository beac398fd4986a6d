import { describe, expect, test } from 'vitest'
import type { CustomerDetails } from '../../../shop/input/customer.ts'
import { type KitShop, newShop, type OpenStorage } from '../world/open.ts'
import { rowsOf } from '../world/rows.ts'

const lines = [{ product: 'KOPI-250', quantity: 1, price: 50_000 }]
const phone = '0812-3456-7890'
const whatsapp = '6281234567890'

/** One number, said in ways that a customer base mixes: as a phone and as WhatsApp gives it. */
const sameNumber: readonly (readonly [
  what: string,
  one: CustomerDetails,
  other: CustomerDetails,
])[] = [
  ['a phone, then its WhatsApp id', { phone }, { whatsapp }],
  ['a WhatsApp id, then its phone', { whatsapp }, { phone }],
  ['a WhatsApp id typed as at home', { phone }, { whatsapp: phone }],
  ['Mexico with and without 1', { phone: '+52 55 1234 5678' }, { whatsapp: '5215512345678' }],
  ['Brazil without the ninth digit', { whatsapp: '551187654321' }, { phone: '+55 11 98765-4321' }],
  ['Argentina with and without 9', { whatsapp: '541123456789' }, { phone: '+54 9 11 2345-6789' }],
  ["a chat's address", { phone }, { whatsapp: '6281234567890_1:12@s.whatsapp.net' }],
  ['a chat link', { phone }, { phone: 'https://wa.me/6281234567890?text=Halo%2C%20kak' }],
  ['a chat link without https', { phone: 'wa.me/6281234567890' }, { whatsapp }],
  [
    'a chat link as browsers show it',
    { phone },
    { whatsapp: 'https://api.whatsapp.com/send/?phone=6281234567890&text&type=phone_number' },
  ],
  ['a number to dial', { phone }, { phone: 'tel:+62-812-3456-7890' }],
  ['a number of no country', { whatsapp: '999123456789' }, { whatsapp: '+999 123 456 789' }],
]

export function numberStories(open: OpenStorage): void {
  describe('stories: one number, one customer', () => {
    test.each(sameNumber)('%s', async (_what, one, other) => {
      const { shop } = await newShop(open)
      const { id } = await shop.customers.add({ name: 'Sari', ...one })
      for (const [kind, value] of [...Object.entries(one), ...Object.entries(other)]) {
        expect(
          await shop.customers.find(kind === 'phone' ? 'phone' : 'whatsapp', value),
        ).toMatchObject({ id })
        if (!value.includes('@')) expect(await shop.customers.search(value)).toMatchObject([{ id }])
      }
      const exists = {
        code: 'CUSTOMER_ALREADY_EXISTS',
        field: Object.keys(other)[0],
        details: { customer: id },
      }
      await expect(shop.customers.add({ name: 'S', ...other })).rejects.toMatchObject(exists)
      const { id: budi } = await shop.customers.add({ name: 'Budi' })
      await expect(shop.customers.edit(budi, other)).rejects.toMatchObject(exists)
      const order = { customer: { name: 'S', ...other }, orderId: 'INV-1', lines }
      expect(await shop.transactions.record(order)).toMatchObject({ customer: id })
      expect(await shop.customers.edit(id, other)).toMatchObject({ id })
    })

    test('orders of one batch find the buyer of the first, by phone or by WhatsApp id', async () => {
      const { shop } = await newShop(open)
      const batch = await shop.transactions.recordMany([
        { customer: { name: 'Sari', whatsapp }, orderId: 'INV-1', lines },
        { customer: { name: 'Sari', phone }, orderId: 'INV-2', lines },
        { customer: { name: 'Sari', phone, whatsapp }, orderId: 'INV-3', lines },
      ])
      expect(batch).toMatchObject({ recorded: 3, customersAdded: 1 })
      // The same order, with the same buyer said in another way, is the same.
      const again = { customer: { name: 'Sari', phone }, orderId: 'INV-1', lines }
      expect((await shop.transactions.recordMany([again])).unchanged).toBe(1)
    })

    test('a number stays while a phone or a WhatsApp id says it, and is free when neither does', async () => {
      const { shop, ...kit } = await newShop(open)
      const { id } = await shop.customers.add({ name: 'Sari', phone, whatsapp })
      expect(await numbers({ shop, ...kit })).toEqual(['+6281234567890'])
      await shop.customers.edit(id, { phone: null })
      expect(await shop.customers.find('phone', phone)).toMatchObject({ id, phones: [] })
      await shop.customers.edit(id, { whatsapp: '6285711112222' })
      expect(await shop.customers.find('phone', phone)).toBeNull()
      expect(await shop.customers.find('phone', '0857-1111-2222')).toMatchObject({ id })
      const { id: budi } = await shop.customers.add({ name: 'Budi', whatsapp })
      await shop.customers.edit(id, { whatsapp: null, phone: ['0857-1111-2222', '0896-5555-1234'] })
      expect(await numbers({ shop, ...kit })).toEqual([
        '+6281234567890',
        '+6285711112222',
        '+6289655551234',
      ])
      await shop.customers.delete(budi)
      await shop.customers.delete(id)
      expect(await numbers({ shop, ...kit })).toEqual([])
      await shop.customers.add({ name: 'Wati', phone, whatsapp })
    })

    test('a linked id is one with its address and without, and is no phone number', async () => {
      const { shop } = await newShop(open)
      const { id } = await shop.customers.add({ name: 'Sari', lid: '6281234567890:3@lid' })
      expect(await shop.customers.find('lid', ' 6281234567890 ')).toMatchObject({ id })
      expect(await shop.customers.find('phone', phone)).toBeNull()
      for (const other of ['6281234567890@lid', '120363@g.us', 'ID.13491208655302']) {
        await expect(shop.customers.add({ name: 'S', whatsapp: other })).rejects.toMatchObject({
          code: 'INVALID_INPUT',
          field: 'whatsapp',
        })
      }
    })

    test('what is no phone number is an id like others, and the chat link leads to WhatsApp first', async () => {
      const { shop } = await newShop(open)
      const short = await shop.customers.add({ name: 'Sari', whatsapp: '12345' })
      expect(short.chatLink).toBeNull()
      expect(await shop.customers.find('whatsapp', '12345')).toMatchObject({ id: short.id })
      const only = await shop.customers.add({ name: 'Budi', whatsapp })
      expect(only).toMatchObject({
        phone: null,
        whatsapp: [whatsapp],
        chatLink: 'https://wa.me/6281234567890',
      })
      const both = await shop.customers.add({
        name: 'Citra',
        phone: '021-555-0123',
        whatsapp: '6285711112222',
      })
      expect(both.chatLink).toBe('https://wa.me/6285711112222')
      const landline = await shop.customers.add({ name: 'Eka', phone: '021-555-0124' })
      expect(landline).toMatchObject({ phone: '+62215550124', chatLink: null })
      const second = { name: 'Fitri', phone: ['021-555-0125', '0857-3333-4444'] }
      expect((await shop.customers.add(second)).chatLink).toBe('https://wa.me/6285733334444')
      const hidden = await shop.customers.add({
        name: 'Dewi',
        lid: '987654321012345',
        userId: 'ID.1',
      })
      expect(hidden.chatLink).toBeNull()
    })
  })
}

/** The numbers that are taken. */
async function numbers({ shop, storage }: KitShop): Promise<readonly string[]> {
  const rows = await rowsOf(storage, shop.id, 'identities')
  return rows.flatMap(({ kind, value }) => (kind === 'number' ? value : []))
}

import { describe, expect, test } from 'vitest'
import { memoryStorage } from '../../src/memory/index.ts'
import { openShop } from '../../src/shop/open-shop.ts'
import type { Shop } from '../../src/shop/shop.ts'
import { simulateShop } from '../../src/simulator/index.ts'
import { backupOf } from '../../src/testing/shop-kit/world/backups.ts'
import { newShop } from '../../src/testing/shop-kit/world/open.ts'
import { dumpRows } from '../../src/testing/shop-kit/world/rows.ts'

/** Each names what broke. */
describe('regressions', () => {
  test('−0 was kept by memory and by no database', async () => {
    const { shop, storage } = await newShop(memoryStorage)
    await shop.transactions.record({
      customer: { name: 'Sari' },
      orderId: 'INV-1',
      discount: -0,
      lines: [{ product: 'KOPI', quantity: 1, price: -0, discount: -0, total: -0 }],
      charges: [{ kind: 'rounding', amount: -0 }],
      paid: -0,
    })
    await shop.tags.create({ name: 'Hemat', ltvMin: -0 })
    const numbers = Object.values(await dumpRows(storage, shop.id))
      .flat()
      .flatMap((row) => Object.values(row))
    expect(numbers.filter((value) => Object.is(value, -0))).toEqual([])
  })

  test('a backup lost a number that a storage read as infinite', async () => {
    const { storage, shop } = await newShop(memoryStorage)
    const cell = { customerId: 'sari', field: 'size', position: 0, text: null, textFold: null }
    const insert = { attributes: [{ ...cell, number: Number.POSITIVE_INFINITY }] }
    await storage.transaction(shop.id, 'write', (tx) => tx.apply({ insert, put: {}, remove: {} }))
    await expect(backupOf(storage, shop.id)).rejects.toMatchObject({
      code: 'STORAGE_FAILED',
      details: { table: 'attributes' },
    })
  })

  test('a group named twice for a new customer was a STORAGE_CONFLICT', async () => {
    const { shop } = await newShop(memoryStorage)
    const { id } = await shop.groups.create({ name: 'Reseller' })
    await shop.customers.add({ name: 'Sari', groups: ['Reseller', 'RESELLER', id] })
    expect(await shop.groups.list()).toMatchObject([{ members: 1 }])
  })

  test('a phone given as one text was taken letter by letter', async () => {
    const { shop } = await newShop(memoryStorage)
    expect(await shop.customers.add({ name: 'Sari', phone: '0812-3456-7890' })).toMatchObject({
      phones: ['+6281234567890'],
    })
  })

  test('a customer given on the spot with an undefined acquisition came by hand, not by checkout', async () => {
    const { shop } = await newShop(memoryStorage)
    const lines = [{ product: 'KOPI', quantity: 1, price: 1 }]
    const customer = { name: 'Sari', acquisition: undefined }
    const sale = await shop.transactions.record({ customer, orderId: 'INV-1', lines })
    expect(await shop.customers.get(sale.customer)).toMatchObject({ acquisition: 'checkout' })
  })

  test('two WhatsApp ids without digits were the same customer', async () => {
    const { shop } = await newShop(memoryStorage)
    const add = shop.customers.add({ name: 'Sari', whatsapp: 'nomor' })
    await expect(add).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'whatsapp' })
  })

  test('a search for invisible characters found everybody', async () => {
    const { shop } = await newShop(memoryStorage)
    await shop.customers.add({ name: 'Sari' })
    expect(await shop.customers.search('\u200b\u00ad')).toEqual([])
  })

  test('times beyond the calendar made facts that no storage holds', async () => {
    const { shop } = await newShop(memoryStorage)
    const { id: customer } = await shop.customers.add({ name: 'Sari' })
    const at = new Date(-8.64e15)
    const order = {
      customer,
      orderId: 'INV-1',
      at,
      lines: [{ product: 'K', quantity: 1, price: 1 }],
    }
    const field = { code: 'INVALID_INPUT', field: 'at' }
    await expect(shop.transactions.record(order)).rejects.toMatchObject(field)
    for (const [i, year] of ['0001-01-02', '4999-01-01', '0001-01-02', '2026-01-01'].entries()) {
      const past = new Date(`${year}T00:00:00Z`)
      const early = { ...order, orderId: `INV-${i}`, at: past }
      if (past.getTime() > Date.UTC(2026, 2, 1)) {
        await expect(shop.transactions.record(early)).rejects.toMatchObject({
          code: 'TIME_IN_FUTURE',
        })
      } else await shop.transactions.record(early)
    }
    expect((await shop.value.loyalty(customer)).lapsedAt?.getTime()).not.toBeNaN()
  })

  test('an event log read with a cursor that was made up answered nothing for ever', async () => {
    const { shop } = await newShop(memoryStorage)
    const after = encodeURIComponent(JSON.stringify(['events', 'x', '']))
    for (const wrong of [after, 'zz', '%E0%A4%A']) {
      await expect(shop.events.read({ after: wrong })).rejects.toMatchObject({
        code: 'CURSOR_INVALID',
        message:
          'This is no cursor of the event log. Pass the `cursor` that an earlier read gave, or nothing to begin with the first event.',
      })
    }
  })

  test('a Date that the caller went on using was recorded as what it had become', async () => {
    const { shop, clock } = await newShop(memoryStorage)
    const { id: customer } = await shop.customers.add({ name: 'Sari' })
    const at = new Date(clock.now() - 2_000)
    const first = shop.interactions.record({ customer, kind: 'chat', at })
    at.setTime(clock.now() - 1_000)
    const second = shop.interactions.record({ customer, kind: 'chat', at })
    const times = (await Promise.all([first, second])).map((each) => each.at.getTime())
    expect(times).toEqual([clock.now() - 2_000, clock.now() - 1_000])
  })

  test('attributes: null took nothing away', async () => {
    const { shop } = await newShop(memoryStorage)
    for (const name of ['roast', 'cup']) await shop.attributes.declare({ name, type: 'text' })
    const attributes = { roast: 'dark', cup: 'L' }
    const { id } = await shop.customers.add({ name: 'Sari', interests: ['seni'], attributes })
    expect((await shop.customers.edit(id, { attributes: {} })).attributes).toEqual(attributes)
    const edited = await shop.customers.edit(id, { attributes: null })
    expect(edited).toMatchObject({ attributes: {}, interests: ['seni'] })
  })

  test('the usual method of a payment, said or not, were two payments', async () => {
    const { shop } = await newShop(memoryStorage)
    const lines = [{ product: 'KOPI', quantity: 1, price: 10 }]
    await shop.transactions.record({ customer: { name: 'Sari' }, orderId: 'INV-1', lines })
    const payment = { orderId: 'INV-1', amount: 4, reference: 'TRX-1' }
    const first = await shop.transactions.pay(payment)
    expect(await shop.transactions.pay({ ...payment, method: 'cash' })).toEqual(first)
  })

  test.each<[method: string, call: (shop: Shop, holes: never[]) => Promise<unknown>]>([
    ['customers.addMany', (shop, holes) => shop.customers.addMany(holes)],
    ['transactions.recordMany', (shop, holes) => shop.transactions.recordMany(holes)],
    ['transactions.payMany', (shop, holes) => shop.transactions.payMany(holes)],
    ['interactions.recordMany', (shop, holes) => shop.interactions.recordMany(holes)],
  ])('a list with holes made %s fail with an error of the language', async (_, call) => {
    const { shop } = await newShop(memoryStorage)
    const error = { code: 'INVALID_INPUT', field: '[0]' }
    await expect(call(shop, new Array<never>(2))).rejects.toMatchObject(error)
  })

  test.each([Number.NaN, 1.5, -1])('a clock at %d was believed by memory', async (wrong) => {
    let now = Date.now()
    const options = { id: 's', currency: 'IDR', timeZone: 'UTC', clock: () => now }
    const shop = await openShop({ ...options, storage: memoryStorage() })
    now = wrong
    const error = { code: 'INVALID_INPUT', field: 'clock' }
    await expect(shop.customers.add({ name: 'Sari' })).rejects.toMatchObject(error)
    await expect(openShop({ ...options, storage: memoryStorage() })).rejects.toMatchObject(error)
  })

  test('a simulation without dates failed with an error of the language', () => {
    const call = () => Reflect.apply(simulateShop, undefined, [{ seed: 1, customers: 10 }])
    expect(call).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', field: 'from' }))
  })

  test('before the last order a negative number of days had passed since it', async () => {
    const { shop, clock } = await newShop(memoryStorage)
    const { customer } = await shop.transactions.record({ ...overpaid, paid: 0 })
    clock.step(-86_400_000)
    const { reasons } = await shop.value.loyalty(customer)
    expect(reasons.join()).toContain('The last order lies 1 day ahead')
  })

  test.each<[field: string, call: (shop: Shop) => Promise<unknown>]>([
    ['[0].paid', (shop) => shop.transactions.recordMany([overpaid])],
    ['paid', (shop) => shop.transactions.record(overpaid)],
    [
      'customer.phone',
      (shop) => shop.transactions.record({ ...overpaid, customer: { name: 'A', phone: '12' } }),
    ],
    [
      '[1].customer.phone',
      (shop) =>
        shop.transactions.recordMany([
          { ...overpaid, paid: 0 },
          { ...overpaid, orderId: 'INV-2', customer: { name: 'A', phone: '12' } },
        ]),
    ],
  ])('an error of an order named the field %s otherwise', async (field, call) => {
    const { shop } = await newShop(memoryStorage)
    await expect(call(shop)).rejects.toMatchObject({ field })
  })
})

const overpaid = {
  customer: { name: 'Sari' },
  orderId: 'INV-1',
  lines: [{ product: 'KOPI', quantity: 1, price: 10 }],
  paid: 11,
}

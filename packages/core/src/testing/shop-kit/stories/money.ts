import { describe, expect, test } from 'vitest'
import { newShop, type OpenStorage } from '../world/open.ts'

const lines = [{ product: 'KOPI-250', quantity: 2, price: 55_000 }]

export function moneyStories(open: OpenStorage): void {
  describe('stories: money', () => {
    test('a sale on credit, paid in two parts', async () => {
      const { shop, clock } = await newShop(open)
      const { id: customer } = await shop.customers.add({ name: 'Sari' })
      const sale = await shop.transactions.record({
        customer,
        orderId: 'INV-1',
        lines,
        dueDate: '2026-03-31',
      })
      expect(sale).toMatchObject({
        total: 110_000,
        settled: 0,
        open: 110_000,
        status: 'unpaid',
        warnings: [],
      })
      expect(await shop.value.of(customer)).toMatchObject({ ltv: 0, orders: 1, balance: 110_000 })
      expect(await shop.interactions.status(customer)).toMatchObject({ productive: false })

      clock.step(3_600_000)
      await shop.transactions.pay({
        orderId: 'INV-1',
        amount: 60_000,
        method: 'transfer',
        reference: 'TRX-1',
      })
      expect(await shop.transactions.get('INV-1')).toMatchObject({
        open: 50_000,
        status: 'partly-paid',
      })
      expect(await shop.value.of(customer)).toMatchObject({ ltv: 60_000, balance: 50_000 })

      clock.step(3_600_000)
      await shop.transactions.pay({ orderId: 'INV-1', amount: 50_000 })
      expect(await shop.transactions.get('INV-1')).toMatchObject({ open: 0, status: 'paid' })
      expect(await shop.value.of(customer)).toMatchObject({
        ltv: 110_000,
        balance: 0,
        averageOrder: 110_000,
      })
      expect(await shop.interactions.status(customer)).toMatchObject({ productive: true })
      const payments = await shop.transactions.paymentsOf(customer)
      expect(
        payments.map(({ kind, amount, method, reference }) => [kind, amount, method, reference]),
      ).toEqual([
        ['payment', 60_000, 'transfer', 'TRX-1'],
        ['payment', 50_000, 'cash', null],
      ])
    })

    test('a known customer is named by an identity alone, and a new one needs a name', async () => {
      const { shop } = await newShop(open)
      const sari = await shop.customers.add({ name: 'Sari', external: 'P001' })
      const customer = { external: 'P001' }
      const sale = await shop.transactions.record({ customer, orderId: 'INV-1', lines })
      expect(sale.customer).toBe(sari.id)
      const back = [{ product: 'KOPI-250', quantity: -1, price: 55_000 }]
      const note = { kind: 'creditNote', customer, orderId: 'CN-1', lines: back } as const
      expect((await shop.transactions.record(note)).customer).toBe(sari.id)
      for (const unknown of [{ external: 'P002' }, { city: 'Bandung' }, {}]) {
        const order = { customer: unknown, orderId: 'INV-2', lines }
        await expect(shop.transactions.record(order)).rejects.toMatchObject({
          code: 'INVALID_INPUT',
          field: 'customer.name',
          message: expect.stringContaining('A new customer needs a name'),
        })
        await expect(shop.transactions.recordMany([order])).rejects.toMatchObject({
          field: '[0].customer.name',
        })
      }
      expect((await shop.reports.monitoring()).total).toBe(1)
    })

    test('a text as the customer is an id, and the refusal says where phones and names go', async () => {
      const { shop } = await newShop(open)
      await shop.customers.add({ name: 'Sari', phone: '0812-1111-2222' })
      const customer = '0812 1111 2222'
      await expect(
        shop.transactions.record({ customer, orderId: 'INV-1', lines }),
      ).rejects.toMatchObject({
        code: 'CUSTOMER_NOT_FOUND',
        field: 'customer',
        message:
          'This shop has no such customer. A text names a customer by id. Look for a phone or another identity with customers.find, for a name with customers.search; transactions.record and interactions.record also take { name, phone } in place of the id.',
      })
    })

    test('goods that come back, refunded in full, may leave a lifetime value below zero', async () => {
      const { shop } = await newShop(open)
      const { id: customer } = await shop.customers.add({ name: 'Sari' })
      const back = [{ product: 'KOPI-250', quantity: -2, price: 55_000 }]
      const note = { kind: 'creditNote', customer, orderId: 'CN-1', lines: back } as const
      expect(await shop.transactions.record(note)).toMatchObject({
        total: 110_000,
        status: 'unpaid',
      })
      expect(await shop.value.of(customer)).toMatchObject({ ltv: 0, orders: 0, balance: -110_000 })
      await shop.transactions.refund({ orderId: 'CN-1', amount: 110_000 })
      expect(await shop.transactions.get('CN-1')).toMatchObject({ open: 0, status: 'paid' })
      const worth = {
        ltv: -110_000,
        paid: 0,
        refunded: 110_000,
        orders: 0,
        averageOrder: null,
        balance: 0,
      }
      expect(await shop.value.of(customer)).toMatchObject(worth)
      expect(await shop.value.regulars()).toEqual({ rows: [], next: null })
    })

    test('a sale to somebody blacklisted is recorded and warns, until the blacklisting ends', async () => {
      const { shop, clock } = await newShop(open)
      const { id: customer } = await shop.customers.add({ name: 'Sari' })
      const until = new Date(clock.now() + 1_000)
      expect(await shop.customers.blacklist(customer, { reason: 'fiktif', until })).toMatchObject({
        blacklist: { reason: 'fiktif', by: 'system', since: new Date(clock.now()), until },
      })
      clock.step(999)
      const warned = await shop.transactions.record({ customer, orderId: 'INV-1', lines })
      expect(warned.warnings.map(({ code }) => code)).toEqual(['CUSTOMER_BLACKLISTED'])
      clock.step(1)
      const later = await shop.transactions.record({ customer, orderId: 'INV-2', lines })
      expect(later.warnings).toEqual([])
      await shop.customers.blacklist(customer, { reason: 'fiktif lagi' })
      await shop.customers.unblacklist(customer)
      const clear = await shop.transactions.record({ customer, orderId: 'INV-3', lines })
      expect(clear.warnings).toEqual([])
    })

    test('one order told twice is one, however its buyer and its payment are put', async () => {
      const { shop, clock } = await newShop(open)
      const onTheSpot = { name: 'Sari', phone: '0812-3456-7890' }
      const told = { orderId: 'INV-1', at: new Date(clock.now()), lines }
      const first = await shop.transactions.record({ ...told, customer: onTheSpot, paid: true })
      const tellings = [
        { ...told, customer: first.customer, paid: true },
        { ...told, customer: first.customer, paid: 110_000 },
        { ...told, customer: { name: 'Ibu Sari', phone: '+62 812 3456 7890' }, paid: 110_000 },
      ] as const
      for (const telling of tellings)
        expect(await shop.transactions.record(telling)).toMatchObject({ id: first.id })
      expect(await shop.transactions.recordMany(tellings)).toMatchObject({
        recorded: 0,
        unchanged: 3,
        customersAdded: 0,
      })

      const { id: other } = await shop.customers.add({ name: 'Budi' })
      const conflict = { code: 'IDEMPOTENCY_CONFLICT', field: 'orderId' }
      for (const customer of [other, { name: 'Budi', phone: '0813-1111-2222' }]) {
        await expect(
          shop.transactions.record({ ...told, customer, paid: true }),
        ).rejects.toMatchObject(conflict)
      }
      await expect(
        shop.transactions.record({ ...told, customer: first.customer, paid: 109_999 }),
      ).rejects.toMatchObject(conflict)
    })

    test('within a batch, one order told by customer and by phone is recorded once', async () => {
      const { shop } = await newShop(open)
      const { id: customer } = await shop.customers.add({ name: 'Sari', phone: '0812-3456-7890' })
      const batch = await shop.transactions.recordMany([
        { orderId: 'INV-1', customer, lines },
        { orderId: 'INV-1', customer: { name: 'Sari', phone: '0812 3456 7890' }, lines },
      ])
      expect(batch).toMatchObject({ recorded: 1, unchanged: 1 })
      expect(batch.transactions.map((each) => each.customer)).toEqual([customer, customer])
    })

    test('lines, discounts, charges and what they come to', async () => {
      const { shop } = await newShop(open)
      const sale = await shop.transactions.record({
        customer: { name: 'Sari', phone: '0812-3456-7890' },
        orderId: 'INV-1',
        lines: [
          { product: 'KOPI-250', quantity: 3, price: 10_000, discount: 1_000 },
          { product: 'GELAS', quantity: 1, price: 5_000, total: 4_500 },
          { product: 'STIKER', quantity: 10, price: 0 },
        ],
        discount: 500,
        charges: [
          { kind: 'shipping', amount: 9_000 },
          { kind: 'rounding', amount: -50 },
        ],
        paid: true,
      })
      expect(sale).toMatchObject({
        linesTotal: 33_500,
        discount: 500,
        total: 41_950,
        open: 0,
        status: 'paid',
      })
      expect(sale.lines.map(({ total }) => total)).toEqual([29_000, 4_500, 0])
      expect(await shop.customers.get(sale.customer)).toMatchObject({
        name: 'Sari',
        acquisition: 'checkout',
      })
      const [regular] = (await shop.value.regulars()).rows
      const products = regular?.products.map(({ product, pieces, total }) => [
        product,
        pieces,
        total,
      ])
      // The order's discount of 500 is shared out over the lines: 433 and 67.
      expect(products).toEqual([
        ['STIKER', 10, 0],
        ['KOPI-250', 3, 28_567],
        ['GELAS', 1, 4_433],
      ])
    })

    test('a sale in dollars keeps its rate, and a payment at another leaves nothing open', async () => {
      const { shop } = await newShop(open)
      const { id: customer } = await shop.customers.add({ name: 'Sari' })
      const dollars = {
        currency: 'USD',
        rate: '16250.50',
        lines: [{ product: 'KOPI', quantity: 1, price: 1_999 }],
      }
      const sale = await shop.transactions.record({ customer, orderId: 'INV-1', ...dollars })
      expect(sale).toMatchObject({
        currency: 'USD',
        rate: '16250.50',
        total: 1_999,
        bookTotal: 324_847,
      })
      await shop.transactions.pay({ orderId: 'INV-1', amount: 1_000 })
      await shop.transactions.pay({ orderId: 'INV-1', amount: 999, rate: '17000' })
      expect(await shop.value.of(customer)).toMatchObject({ ltv: 162_505 + 169_830, balance: 0 })
      expect(await shop.transactions.get('INV-1')).toMatchObject({ open: 0, status: 'paid' })
    })
  })
}

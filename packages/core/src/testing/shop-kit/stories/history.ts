import { describe, expect, test } from 'vitest'
import { outcomeOf } from '../commands/outcome.ts'
import { everythingHeard } from '../world/listening.ts'
import { newShop, type OpenStorage, openStorage, shopIn } from '../world/open.ts'

const lines = [{ product: 'KOPI-250', quantity: 1, price: 50_000 }]

export function historyStories(open: OpenStorage): void {
  describe('stories: the log, listeners, shops', () => {
    test('listeners hear of a call when it is committed, in the order of the log, and of nothing refused', async () => {
      const { shop } = await newShop(open)
      const heard = everythingHeard(shop)
      const { cursor } = await shop.events.read()
      const seen: (readonly string[])[] = []
      shop.on('customer.added', ({ customer }) => {
        // The commit is done: another call sees the customer.
        void shop.customers.get(customer ?? '').then(({ name }) => seen.push([name]))
      })
      await shop.tags.create({ name: 'Sultan', ltvMin: 1 })
      const sari = await shop.customers.add({ name: 'Sari', phone: '0812-3456-7890' })
      await shop.transactions.record({ customer: sari.id, orderId: 'INV-1', lines, paid: true })
      expect(
        await outcomeOf(shop.customers.add({ name: 'S', phone: '081234567890' })),
      ).toMatchObject({ done: false })
      await shop.transactions.record({ customer: sari.id, orderId: 'INV-1', lines, paid: true })
      const log = await shop.events.read({ after: cursor ?? '' })
      expect(heard).toEqual(log.events)
      expect(log.events.map(({ type }) => type)).toEqual([
        'tag.created',
        'customer.added',
        'transaction.recorded',
        'payment.recorded',
        'tag.assigned',
      ])
      expect(seen).toEqual([['Sari']])
    })

    test('a listener to money finds the payment, and which transaction it was for', async () => {
      const { shop } = await newShop(open)
      const { id: customer } = await shop.customers.add({ name: 'Sari' })
      const heard: { readonly payment: string; readonly transaction: string }[] = []
      shop.on('payment.recorded', ({ data }) => heard.push(data))
      shop.on('refund.recorded', ({ data }) => heard.push(data))
      const sale = await shop.transactions.record({ customer, orderId: 'INV-1', lines })
      const pay = { orderId: 'INV-1', amount: 20_000, method: 'transfer', reference: 'BCA-1' }
      const payment = await shop.transactions.pay(pay)
      const back = [{ product: 'KOPI-250', quantity: -1, price: 5_000 }]
      const credit = { customer, orderId: 'CN-1', lines: back, refunded: true } as const
      const note = await shop.transactions.record({ kind: 'creditNote', ...credit })
      expect(heard.map(({ transaction }) => transaction)).toEqual([sale.id, note.id])
      const [paid, refunded] = heard.map((data) => shop.transactions.payment(data.payment))
      expect(await paid).toEqual(payment)
      expect(await refunded).toMatchObject({ kind: 'refund', amount: 5_000, customer })
      expect(await outcomeOf(shop.transactions.payment(sale.id))).toMatchObject({
        done: false,
        code: 'TRANSACTION_NOT_FOUND',
      })
    })

    test('a listener that was ended hears nothing more', async () => {
      const { shop } = await newShop(open)
      const heard: unknown[] = []
      const end = shop.on('customer.added', (event) => heard.push(event))
      await shop.customers.add({ name: 'Sari' })
      end()
      await shop.customers.add({ name: 'Budi' })
      expect(heard).toHaveLength(1)
    })

    test('a listener to an event that there is none of is refused, with the nearest name', async () => {
      const { shop } = await newShop(open)
      const listenTo = (type: unknown) => () =>
        Reflect.apply(shop.on, shop, [type, () => undefined])
      const refused = (message: string) =>
        expect.objectContaining({
          code: 'INVALID_INPUT',
          field: 'type',
          message: expect.stringContaining(message),
        })
      expect(listenTo('customer.add')).toThrow(refused('Did you mean "customer.added"?'))
      expect(listenTo('no.such.event')).toThrow(refused('There is no event "no.such.event".'))
      for (const type of [undefined, 5, ['customer.added'], 'toString', '*'])
        expect(listenTo(type)).toThrow(refused(''))
    })

    test('a storage that begins a call again lets listeners hear it once', async () => {
      const storage = await openStorage(open)
      const { shop } = await shopIn({
        ...storage,
        name: storage.name,
        shopIds: () => storage.shopIds(),
        close: () => storage.close(),
        async transaction(shopId, mode, work) {
          // The first try loses, as when another writer was quicker.
          await storage
            .transaction(shopId, mode, (tx) => work(tx).then(() => lost()))
            .catch(() => undefined)
          return storage.transaction(shopId, mode, work)
        },
      })
      const heard = everythingHeard(shop)
      const { id } = await shop.customers.add({ name: 'Sari' })
      expect(heard.map(({ type, customer }) => [type, customer])).toEqual([['customer.added', id]])
    })

    test('the log says who did what, to whom, when', async () => {
      const { shop, clock } = await newShop(open)
      const dina = shop.as('dina')
      const { id } = await dina.customers.add({ name: 'Sari', notes: 'rahasia' })
      const recorded = new Date(clock.now())
      clock.step(60_000)
      const at = new Date(clock.now() - 30_000)
      await shop.as('eko').interactions.record({ customer: id, kind: 'call', at })
      await shop.customers.edit(id, {
        notes: null,
        city: 'Bandung',
        category: 'VIP',
        phone: '0812-3456-7890',
      })
      const log = await shop.events.of(id)
      expect(log).toMatchObject([
        {
          type: 'customer.added',
          actor: 'dina',
          customer: id,
          occurredAt: recorded,
          recordedAt: recorded,
        },
        {
          type: 'interaction.recorded',
          actor: 'eko',
          occurredAt: at,
          recordedAt: new Date(clock.now()),
        },
        {
          type: 'customer.edited',
          actor: 'system',
          data: { fields: ['category', 'city', 'notes', 'phone'] },
        },
      ])
      expect(JSON.stringify(log)).not.toMatch(/rahasia|Bandung|Sari|8123/)
    })

    test('the log is read on from where a reader stood, also when nothing was new', async () => {
      const { shop } = await newShop(open)
      const first = await shop.events.read()
      expect(first.events.map(({ type }) => type)).toEqual(['shop.created'])
      const none = await shop.events.read({ after: first.cursor ?? '' })
      expect(none).toEqual({ events: [], cursor: first.cursor })
      for (const name of ['A', 'B', 'C']) await shop.customers.add({ name })
      const some = await shop.events.read({ after: none.cursor ?? '', limit: 2 })
      expect(some.events).toHaveLength(2)
      const rest = await shop.events.read({ after: some.cursor ?? '' })
      expect(rest.events).toHaveLength(1)
    })

    test('two shops in one storage know nothing of each other', async () => {
      const storage = await openStorage(open)
      const { shop: kopi } = await shopIn(storage, { id: 'kopi', seed: 1 })
      const { shop: teh } = await shopIn(storage, {
        id: 'teh',
        currency: 'USD',
        timeZone: 'UTC',
        seed: 2,
      })
      expect(await storage.shopIds()).toEqual(['kopi', 'teh'])
      const sari = await kopi.customers.add({ name: 'Sari', phone: '0812-3456-7890' })
      const other = await teh.customers.add({ name: 'Sari', phone: '0812-3456-7890' })
      await kopi.transactions.record({ customer: sari.id, orderId: 'INV-1', lines, paid: true })
      await teh.transactions.record({ customer: other.id, orderId: 'INV-1', lines, paid: 1 })
      expect(await kopi.transactions.get('INV-1')).toMatchObject({
        status: 'paid',
        currency: 'IDR',
      })
      expect(await teh.transactions.get('INV-1')).toMatchObject({
        status: 'partly-paid',
        currency: 'USD',
      })
      expect(await outcomeOf(teh.customers.get(sari.id))).toMatchObject({
        done: false,
        code: 'CUSTOMER_NOT_FOUND',
      })
      expect(await kopi.reports.monitoring()).toMatchObject({ total: 1, productive: 1 })
      expect(await teh.reports.monitoring()).toMatchObject({ total: 1, productive: 0 })
    })

    test('a shop that two opened at once is created once', async () => {
      const storage = await openStorage(open)
      const opened = await Promise.all([1, 2, 3, 4].map((seed) => shopIn(storage, { seed })))
      for (const { shop } of opened) expect(await shop.categories.list()).toHaveLength(5)
      expect(await storage.shopIds()).toEqual(['kopi-senja'])
    })
  })
}

function lost(): never {
  throw new Error('another writer was quicker')
}

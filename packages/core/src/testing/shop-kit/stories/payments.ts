import { describe, expect, test } from 'vitest'
import { newShop, type OpenStorage } from '../world/open.ts'

const lines = [{ product: 'KOPI-250', quantity: 1, price: 50_000 }]

export function paymentStories(open: OpenStorage): void {
  describe('stories: payments of an order', () => {
    test('an order and what was paid of it, by its number and by the id that events name', async () => {
      const { shop, clock } = await newShop(open)
      const hour = 3_600_000
      const at = (hours: number) => new Date(clock.now() - hours * hour)
      const { customer } = await shop.transactions.record({
        customer: { name: 'Sari' },
        orderId: 'INV-1',
        at: at(9),
        lines,
        paid: 10_000,
      })
      await shop.transactions.record({ customer, orderId: 'INV-2', at: at(8), lines, paid: true })
      const pay = (amount: number, hours: number) =>
        shop.transactions.pay({ orderId: 'INV-1', amount, at: at(hours), method: 'qris' })
      const late = await pay(20_000, 1)
      const early = await pay(5_000, 2)
      const paid = await shop.transactions.payments('INV-1')
      expect(paid.map(({ amount }) => amount)).toEqual([10_000, 5_000, 20_000])
      expect(paid.slice(1)).toEqual([early, late])

      const { events } = await shop.events.read({ limit: 1_000 })
      const told = events.findLast((event) => event.type === 'payment.recorded')
      if (told?.type !== 'payment.recorded') throw new Error('the payments are in the log')
      const id = told.data.transaction
      const order = await shop.transactions.get({ id })
      expect(order).toEqual(await shop.transactions.get('INV-1'))
      expect(order).toMatchObject({ id, orderId: 'INV-1', settled: 35_000 })
      expect(await shop.transactions.payments({ id })).toEqual(paid)
    })

    test('what the shop owes a customer pays for an order, the oldest credit note first, once', async () => {
      const { shop, clock } = await newShop(open)
      const ago = (hours: number) => new Date(clock.now() - hours * 3_600_000)
      const { customer } = await shop.transactions.record({
        customer: { name: 'Sari' },
        orderId: 'INV-1',
        at: ago(9),
        lines,
        paid: true,
      })
      const returned = (orderId: string, price: number, hours: number) =>
        shop.transactions.record({
          kind: 'creditNote',
          customer,
          orderId,
          at: ago(hours),
          lines: [{ product: 'KOPI-250', quantity: -1, price }],
        })
      await returned('CN-2', 20_000, 7)
      await returned('CN-1', 10_000, 8)
      await shop.transactions.record({ customer, orderId: 'INV-2', at: ago(6), lines })
      const fromCredit = { orderId: 'INV-2', fromCredit: true } as const
      await expect(shop.transactions.pay({ ...fromCredit, amount: 30_001 })).rejects.toMatchObject({
        code: 'PAYMENT_EXCEEDS_BALANCE',
        field: 'amount',
        details: { credit: 30_000 },
      })
      const input = { ...fromCredit, amount: 25_000, reference: 'K-1' }
      const payment = await shop.transactions.pay(input)
      expect(payment).toMatchObject({ kind: 'payment', amount: 25_000, method: 'credit' })
      expect(await shop.transactions.pay(input)).toEqual(payment)
      const again = shop.transactions.pay({ ...input, fromCredit: false })
      await expect(again).rejects.toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' })

      const { get } = shop.transactions
      expect(await get('CN-1')).toMatchObject({ open: 0 })
      expect(await get('CN-2')).toMatchObject({ open: 5_000 })
      expect(await get('INV-2')).toMatchObject({ open: 25_000, status: 'partly-paid' })
      expect(await shop.value.of(customer)).toMatchObject({ ltv: 50_000, balance: 20_000 })
      const { accounts, balanced } = await shop.reports.trialBalance()
      expect(balanced).toBe(true)
      expect(accounts).toContainEqual(expect.objectContaining({ account: 'cash', amount: 50_000 }))
      expect(await shop.rebuild()).toBe(0)
    })

    test('a credit note has what was given back, an unpaid order nothing, and an unknown one is an error', async () => {
      const { shop } = await newShop(open)
      const { customer, id } = await shop.transactions.record({
        customer: { name: 'Sari' },
        orderId: 'INV-1',
        lines,
      })
      const back = [{ product: 'KOPI-250', quantity: -1, price: 50_000 }]
      const note = { customer, kind: 'creditNote', orderId: 'CN-1', lines: back } as const
      await shop.transactions.record({ ...note, refunded: 30_000 })
      expect(await shop.transactions.payments('CN-1')).toMatchObject([
        { kind: 'refund', amount: 30_000 },
      ])
      expect(await shop.transactions.payments('INV-1')).toEqual([])
      const { payments, get } = shop.transactions
      for (const call of [payments, get]) {
        await expect(call(id)).rejects.toMatchObject({
          code: 'TRANSACTION_NOT_FOUND',
          field: 'orderId',
          message: expect.stringContaining('{ id }'),
        })
        await expect(call({ id: 'INV-1' })).rejects.toMatchObject({
          code: 'TRANSACTION_NOT_FOUND',
          field: 'id',
        })
      }
    })
  })
}

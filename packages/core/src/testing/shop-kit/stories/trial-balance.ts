import { describe, expect, test } from 'vitest'
import { newShop, type OpenStorage } from '../world/open.ts'

const lines = [{ product: 'KOPI-250', quantity: 2, price: 55_000 }]

export function trialBalanceStories(open: OpenStorage): void {
  describe('stories: trial balance', () => {
    test('the trial balance lists what each account holds, and says if debits are not credits', async () => {
      const { shop, storage } = await newShop(open)
      expect(await shop.reports.trialBalance()).toEqual({ accounts: [], balanced: true })
      const { id: customer } = await shop.customers.add({ name: 'Sari' })
      await shop.transactions.record({ customer, orderId: 'INV-1', lines, paid: 60_000 })
      const abroad = { currency: 'USD', rate: '15000' } as const
      const cups = [{ product: 'CANGKIR', quantity: 1, price: 1_000 }]
      await shop.transactions.record({ customer, orderId: 'INV-2', lines: cups, ...abroad })
      await shop.transactions.pay({ orderId: 'INV-2', amount: 1_000, rate: '16000' })
      const balance = (currency: string, account: string, amount: number, bookAmount = amount) => ({
        currency,
        account,
        amount,
        bookAmount,
      })
      const accounts = [
        balance('IDR', 'cash', 60_000),
        balance('IDR', 'receivable', 50_000),
        balance('IDR', 'sales', -110_000),
        balance('USD', 'cash', 1_000, 160_000),
        balance('USD', 'exchange', 0, -10_000),
        balance('USD', 'receivable', 0),
        balance('USD', 'sales', -1_000, -150_000),
      ]
      expect(await shop.reports.trialBalance()).toEqual({ accounts, balanced: true })

      const stray = { entryId: 'stray', position: 0, account: 'cash', currency: 'IDR' } as const
      for (const wrong of [
        { amount: 1, bookAmount: 0 },
        { amount: 0, bookAmount: -1 },
      ]) {
        const insert = { postings: [{ ...stray, ...wrong }] }
        await storage.transaction(shop.id, 'write', (tx) =>
          tx.apply({ insert, put: {}, remove: {} }),
        )
        expect((await shop.reports.trialBalance()).balanced).toBe(false)
        const remove = { postings: [['stray', 0]] } as const
        await storage.transaction(shop.id, 'write', (tx) =>
          tx.apply({ insert: {}, put: {}, remove }),
        )
      }
      expect((await shop.reports.trialBalance()).balanced).toBe(true)
    })
  })
}

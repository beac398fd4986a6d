import { isLanggananError, openShop, type Shop } from '@langganan/core'
import type { Storage } from '@langganan/core/storage'
import { expect } from 'vitest'

const total = 1_000_000

/** A shop with one order of a million rupiah, of which payments are made. */
export async function shopWithOrder(storage: Storage): Promise<Shop> {
  const shop = await sameShop(storage)
  const customer = { name: 'Sari', phone: '0812-3456-7890' }
  const lines = [{ product: 'KOPI-250', quantity: 1, price: total }]
  await shop.transactions.record({ customer, orderId: 'INV-1', lines })
  return shop
}

export function sameShop(storage: Storage): Promise<Shop> {
  return openShop({ id: 'kopi', currency: 'IDR', timeZone: 'Asia/Jakarta', storage })
}

/** Pays, and again with the same reference as long as the answer is that nobody knows, or nobody is there. */
export async function payUntilTold(shop: Shop, reference: string): Promise<readonly string[]> {
  const codes: string[] = []
  for (;;) {
    try {
      await shop.transactions.pay({ orderId: 'INV-1', amount: 100, reference })
      return codes
    } catch (error) {
      if (!isLanggananError(error)) throw error
      const expected = ['STORAGE_OUTCOME_UNKNOWN', 'STORAGE_UNREACHABLE']
      expect(expected, `caused by ${String(error.cause)}`).toContain(error.code)
      codes.push(error.code)
      // Whoever is not there needs a moment to come back.
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}

/** Each was paid once, the balance is exact, and the shop is in order. */
export async function expectPaid(shop: Shop, references: readonly string[]): Promise<void> {
  const payments = await shop.transactions.payments('INV-1')
  expect(payments.map(({ reference }) => reference).sort()).toEqual([...references].sort())
  const sari = await shop.customers.find('phone', '0812-3456-7890')
  const paid = references.length * 100
  expect(await shop.value.of(sari?.id ?? '')).toMatchObject({ paid, balance: total - paid })
  expect(await shop.verify()).toEqual({ sound: true, findings: [] })
}

import { openShop, type Shop } from '@langganan/core'
import type { Storage } from '@langganan/core/storage'

export const shopId = 'kopi-senja'
export const customer = { name: 'Sari', phone: '0812-3456-7890' }
export const invoiceTotal = 100_000

/** Where a clock stands that has to be the same in every process. */
export const now: number = Date.UTC(2026, 2, 1)

/** The same shop in every process; who comes first sets it up. */
export function openTheShop(storage: Storage, clock: () => number = Date.now): Promise<Shop> {
  return openShop({ id: shopId, currency: 'IDR', timeZone: 'Asia/Jakarta', storage, clock })
}

/** Orders of one customer, of 100,000 rupiah each, of which nothing is paid. */
export async function orderMany(shop: Shop, orderIds: readonly string[]): Promise<void> {
  const lines = [{ product: 'KOPI-250', quantity: 1, price: invoiceTotal }]
  await shop.transactions.recordMany(orderIds.map((orderId) => ({ customer, orderId, lines })))
}

export function invoices(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `INV-${i}`)
}

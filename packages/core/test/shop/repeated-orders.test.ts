import { expect, test } from 'vitest'
import { memoryStorage } from '../../src/memory/index.ts'
import { newShop } from '../../src/testing/shop-kit/world/open.ts'

test('an order told again with another phone of the same customer number is the same order', async () => {
  const { shop } = await newShop(memoryStorage)
  const order = {
    orderId: 'INV-1',
    at: new Date('2026-01-05T03:00:00Z'),
    lines: [{ product: 'KOPI-250', quantity: 1, price: 55_000 }],
  }
  const first = { ...order, customer: { name: 'Sari', external: 'C-1', phone: '0812-3456-7890' } }
  const later = { ...order, customer: { name: 'Sari', external: 'C-1', phone: '0813-1111-2222' } }
  const other = { ...order, customer: { name: 'Sari', external: 'C-2', phone: '0812-3456-7890' } }
  expect((await shop.transactions.recordMany([first])).recorded).toBe(1)
  expect(await shop.transactions.recordMany([later])).toMatchObject({ recorded: 0, unchanged: 1 })
  await expect(shop.transactions.recordMany([other])).rejects.toMatchObject({
    code: 'IDEMPOTENCY_CONFLICT',
  })
})

import { expect, test } from 'vitest'
import { memoryStorage } from '../../src/memory/index.ts'
import { newShop } from '../../src/testing/shop-kit/world/open.ts'

test('a storage without a database has no transactions of the host, and says so', async () => {
  const { shop } = await newShop(memoryStorage)
  expect(() => shop.within({})).toThrow(
    expect.objectContaining({
      code: 'INVALID_INPUT',
      field: 'transaction',
      message: expect.stringContaining('memory is not in a database'),
    }),
  )
})

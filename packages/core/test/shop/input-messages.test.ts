import { beforeAll, describe, expect, test } from 'vitest'
import { openShop } from '../../src/index.ts'
import { memoryStorage } from '../../src/memory/index.ts'
import type { Shop } from '../../src/shop/shop.ts'

let shop: Shop

beforeAll(async () => {
  shop = await openShop({
    id: 'kopi-senja',
    currency: 'IDR',
    timeZone: 'Asia/Jakarta',
    storage: memoryStorage(),
  })
})

const line = { product: 'KOPI-250', quantity: 1, price: 5 }
const sale = { orderId: 'A-1', customer: { name: 'Sari' }, lines: [line] }

/** What a sale with this change is refused with. */
async function refusal(change: object): Promise<string> {
  const input = { ...sale, ...change }
  const error = await Reflect.apply(shop.transactions.record, undefined, [input]).catch(
    (each: unknown) => each,
  )
  return error instanceof Error ? error.message : 'nothing was refused'
}

describe('an unknown field', () => {
  test.each([
    [
      { lines: [{ ...line, quantiy: 2 }] },
      'lines[0].quantiy: there is no such field. Did you mean "quantity"? The fields are ',
    ],
    [
      { customer: { name: 'Sari', phon: '1' } },
      'customer.phon: there is no such field. Did you mean "phone"?',
    ],
    [{ zzz: 1 }, 'zzz: there is no such field. The fields are kind, orderId, '],
  ])('is refused with those that are known: %j', async (change, message) => {
    expect(await refusal(change)).toContain(message)
  })
})

describe('a value of the wrong type is told what was expected', () => {
  test.each([
    [{ paid: false }, 'paid: Expected minor units, or true for all of it.'],
    [{ paid: 'all' }, 'paid: Expected minor units, or true for all of it.'],
    [{ charges: 'x' }, 'charges: expected a list.'],
    [{ lines: [5] }, 'lines[0]: expected an object with fields.'],
    [{ customer: null }, 'customer: expected an object with fields.'],
  ])('%j', async (change, message) => {
    expect(await refusal(change)).toBe(message)
  })
})

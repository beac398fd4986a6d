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

  test('is told before the one that is missing', async () => {
    const message = await Reflect.apply(shop.customers.add, undefined, [{ nama: 'Sari' }]).catch(
      String,
    )
    expect(message).toContain('nama: there is no such field. Did you mean "name"? The fields are ')
    expect(await refusal({ orderId: undefined, order: 'A-1' })).toContain('order: there is no')
  })
})

describe('a value of the wrong type is told what was expected and what was found', () => {
  test.each([
    [
      { paid: false },
      'paid: Expected minor units, true for all, or 0 for nothing (or leave it out), found a boolean.',
    ],
    [
      { paid: 'all' },
      'paid: Expected minor units, true for all, or 0 for nothing (or leave it out), found a text.',
    ],
    [{ at: '2026-03-02' }, 'at: Expected a Date, found a text.'],
    [{ at: Date.parse('2026-03-02') }, 'at: Expected a Date, found a number.'],
    [{ at: new Date('no time') }, 'at: Expected a Date, found an invalid Date.'],
    [{ orderId: undefined }, 'orderId: Expected text, found nothing.'],
    [{ orderId: 5 }, 'orderId: Expected text, found a number.'],
    [{ orderId: [] }, 'orderId: Expected text, found a list.'],
    [{ discount: '500' }, 'discount: Expected whole minor units within ±(2^53 − 1), found a text.'],
    [
      { discount: '' },
      'discount: Expected whole minor units within ±(2^53 − 1), found an empty text.',
    ],
    [
      { discount: Number.NaN },
      'discount: Expected whole minor units within ±(2^53 − 1), found NaN.',
    ],
    [
      { lines: [{ ...line, quantity: '2' }] },
      'lines[0].quantity: Expected a whole number of pieces, found a text.',
    ],
    [
      { customer: { name: 'Sari', phone: 81234567890 } },
      'customer.phone: Expected text, or a list of texts, found a number.',
    ],
    [{ charges: 'x' }, 'charges: expected a list, found a text.'],
    [{ lines: [5] }, 'lines[0]: expected an object with fields, found a number.'],
    [{ customer: null }, 'customer: expected an object with fields, found null.'],
  ])('%j', async (change, message) => {
    expect(await refusal(change)).toBe(message)
  })
})

import { describe, expect, test } from 'vitest'
import { parseLine } from '../../src/input/order-line.ts'
import { memorySession } from '../support/memory-session.ts'

const session = await memorySession('IDR', 'Asia/Jakarta')

describe('lines as they are typed', () => {
  test.each([
    ['KOPI-250:2@55000', { product: 'KOPI-250', quantity: 2, price: 55_000 }],
    ['KOPI-250@55_000', { product: 'KOPI-250', quantity: 1, price: 55_000 }],
    ['TEH:2@Rp 475.000', { product: 'TEH', quantity: 2, price: 475_000 }],
    ['Kopi 250 g: halus:3@1', { product: 'Kopi 250 g: halus', quantity: 3, price: 1 }],
    ['a@b:1@0', { product: 'a@b', quantity: 1, price: 0 }],
  ])('%s', (text, line) => {
    expect(parseLine(text, session)).toEqual(line)
  })

  test.each([
    '',
    'KOPI',
    'KOPI:2',
    '@5',
    'KOPI:2@',
    'KOPI:0@5',
    'KOPI:2,5@5',
    'KOPI:-2@5',
    'KOPI:@5',
    'Kopi: halus@5',
    'KOPI:2@5,5',
    'KOPI:2@-5',
    'K:99999999999999999999@1',
  ])('refuses %j', (text) => {
    expect(() => parseLine(text, session)).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', field: 'line' }),
    )
  })
})

import { describe, expect, test } from 'vitest'
import type { TableName } from '../../../src/domain/change/rows.ts'
import { turningPoints } from '../../../src/domain/segments/next-change/turning-points.ts'
import { turnsOfPeriod } from '../../../src/domain/segments/next-change/turns-of-time.ts'
import { memoryStorage } from '../../../src/memory/memory-storage.ts'
import { newShop } from '../../../src/testing/shop-kit/world/open.ts'
import { rowsOf } from '../../../src/testing/shop-kit/world/rows.ts'

const filtered = { product: 'kopi-250', last: { days: 30 } } as const

const timeZone = 'Asia/Jakarta'
const at = Date.parse('2026-03-04T10:00:00+07:00')
const local = (time: string): number => Date.parse(`${time}+07:00`)

describe('a calendar period is looked at where it begins to have an event, and where it ends', () => {
  test.each([
    ['this', 'day', '2026-03-04', '2026-03-05'],
    ['last', 'day', '2026-03-05', '2026-03-06'],
    ['next', 'day', '2026-03-03', '2026-03-04'],
    ['this', 'week', '2026-03-02', '2026-03-09'],
    ['last', 'month', '2026-04-01', '2026-05-01'],
    ['next', 'year', '2025-01-01', '2026-01-01'],
  ] as const)('%s %s', (which, unit, from, to) => {
    const period = { [which]: unit } as { readonly this: typeof unit }
    expect(turnsOfPeriod(at, period, timeZone)).toEqual([
      local(`${from}T00:00`),
      local(`${to}T00:00`),
    ])
  })
})

test('only events that pass the filters, of orders that stand, are looked at', async () => {
  const kit = await newShop(memoryStorage)
  const { id } = await kit.shop.customers.add({ name: 'Sari' })
  for (const [i, product] of ['KOPI-250', 'TEH', 'TEH', 'Kopi-250', 'TEH'].entries()) {
    const lines = [{ product, quantity: 1, price: 50_000 }]
    await kit.shop.transactions.record({ customer: id, orderId: `INV-${i}`, lines })
    kit.clock.step(60_000)
  }
  const where = { purchases: filtered, measure: 'orders', is: '>=', value: 1 } as const
  const rows = <T extends TableName>(table: T) => rowsOf(kit.storage, kit.shop.id, table)
  const [customer] = await rows('customers')
  const [facts] = await rows('facts')
  if (!customer || !facts) throw new Error('the customer was added')
  const view = { customer, facts, purchases: await rows('lines') }
  const span = { from: kit.clock.now(), to: kit.clock.now() + 31 * 86_400_000, timeZone }
  // When each of the two began to count, and when it will cease to.
  expect(turningPoints(where, view, span)).toHaveLength(4)
})

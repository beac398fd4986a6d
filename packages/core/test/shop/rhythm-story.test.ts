import { expect, test } from 'vitest'
import { openShop, type Shop } from '../../src/index.ts'
import { memoryStorage } from '../../src/memory/index.ts'

const day = 86_400_000
const lastOrder = Date.parse('2026-10-11T03:00:00Z')
const weekly = 7 * day
const quarterly = 91 * day

interface Counter {
  readonly shop: Shop
  readonly setNow: (now: number) => void
}

async function counter(): Promise<Counter> {
  let now = lastOrder
  const shop = await openShop({
    id: 'kopi-senja',
    currency: 'IDR',
    timeZone: 'Asia/Jakarta',
    storage: memoryStorage(),
    clock: () => now,
  })
  return {
    shop,
    setNow: (instant) => {
      now = instant
    },
  }
}

/** Adds a customer who bought six times, the last time on the same day as everybody. */
async function buyerEvery(shop: Shop, gap: number, name: string): Promise<string> {
  const { id } = await shop.customers.add({ name })
  const lines = [{ product: 'KOPI-GAYO', quantity: 1, price: 98_000 }]
  await shop.transactions.recordMany(
    Array.from({ length: 6 }, (_, i) => ({
      customer: id,
      orderId: `${name}-${i}`,
      at: new Date(lastOrder - (5 - i) * gap),
      lines,
      paid: true as const,
    })),
  )
  return id
}

test('six orders each, last seen 40 days ago: the weekly buyer is lost, the quarterly one is loyal', async () => {
  const { shop, setNow } = await counter()
  const wati = await buyerEvery(shop, weekly, 'Wati')
  const karta = await buyerEvery(shop, quarterly, 'Karta')
  setNow(lastOrder + 40 * day)

  const [lost, kept] = [await shop.value.loyalty(wati), await shop.value.loyalty(karta)]
  expect([lost.orders, kept.orders]).toEqual([6, 6])
  expect(lost.lastPurchaseAt).toEqual(kept.lastPurchaseAt)
  expect(lost).toMatchObject({ stage: 'lapsed', rhythm: { days: 7, of: 'customer' } })
  expect(kept).toMatchObject({ stage: 'loyal', rhythm: { days: 91, of: 'customer' } })
  expect(await shop.segments.count({ field: 'loyalty', is: '=', value: 'lapsed' })).toBe(1)
  expect(await shop.segments.count({ field: 'loyalty', is: '=', value: 'loyal' })).toBe(1)
})

test.each([
  ['weekly', weekly],
  ['quarterly', quarterly],
])(
  'the %s buyer slips two gaps after the last order and lapses after four, to the millisecond',
  async (_, gap) => {
    const { shop, setNow } = await counter()
    const id = await buyerEvery(shop, gap, 'Sari')
    const stageAfter = async (ms: number) => {
      setNow(lastOrder + ms)
      return (await shop.value.loyalty(id)).stage
    }
    expect(await stageAfter(0)).toBe('loyal')
    expect(await stageAfter(2 * gap - 1)).toBe('loyal')
    expect(await stageAfter(2 * gap)).toBe('slipping')
    expect(await stageAfter(4 * gap - 1)).toBe('slipping')
    expect(await stageAfter(4 * gap)).toBe('lapsed')
  },
)

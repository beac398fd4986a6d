import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { memoryStorage } from '../../src/memory/memory-storage.ts'
import type { Storage } from '../../src/ports/storage/storage.ts'
import { openShop } from '../../src/shop/open-shop.ts'
import type { Shop } from '../../src/shop/shop.ts'

const day = 86_400_000
const options = { id: 'kopi-senja', currency: 'IDR', timeZone: 'Asia/Jakarta' }

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 2, 10) })
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

test('ticks run now and again until they are stopped', async () => {
  const shop = await shopOfOne(memoryStorage())
  const left: Date[] = []
  shop.on('segment.left', ({ occurredAt }) => left.push(occurredAt))
  const ticking = shop.start({ every: { hours: 6 } })
  await vi.advanceTimersByTimeAsync(1.5 * day)
  expect(left).toEqual([new Date(Date.UTC(2026, 2, 11))])
  await ticking.stop()
  await shop.customers.add({ name: 'Budi' })
  await vi.advanceTimersByTimeAsync(5 * day)
  expect(left).toHaveLength(1)
  expect(vi.getTimerCount()).toBe(0)
})

test('closing the shop stops its ticks', async () => {
  const shop = await shopOfOne(memoryStorage())
  shop.start({ every: { seconds: 30 } })
  await shop.as('dina').close()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(vi.getTimerCount()).toBe(0)
})

test('a tick that fails is told of, and the next one comes all the same', async () => {
  const broken = breakable(memoryStorage())
  const shop = await shopOfOne(broken.storage)
  const errors: unknown[] = []
  const ticking = shop.start({ every: { minutes: 1 }, onError: (error) => errors.push(error) })
  await vi.advanceTimersByTimeAsync(90_000)
  broken.isBroken = true
  await vi.advanceTimersByTimeAsync(120_000)
  expect(errors).toEqual([new Error('no disk'), new Error('no disk')])
  broken.isBroken = false
  await vi.advanceTimersByTimeAsync(2 * day)
  expect(errors).toHaveLength(2)
  expect((await shop.segments.history('Baru')).rows).toHaveLength(2)
  await ticking.stop()
})

test('without onError, or where that throws, the console is told', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const broken = breakable(memoryStorage())
  const shop = await shopOfOne(broken.storage)
  broken.isBroken = true
  const plain = shop.start({ every: { hours: 1 } })
  const throwing = shop.start({
    every: { hours: 1 },
    onError: () => {
      throw new Error('and this too')
    },
  })
  await plain.stop()
  await throwing.stop()
  expect(told.mock.calls.map(([message]) => String(message))).toEqual([
    'Langganan: a tick failed, and the next one tries again. Give shop.start onError to take such errors.',
    'Langganan: a tick failed, and the next one tries again.',
  ])
})

test.each([
  { every: {} },
  { every: { minutes: 0 } },
  { every: { seconds: 0.5 } },
  { every: { hours: 25 } },
  { every: { minutes: 5, hours: 1 } },
  { every: { days: 1 } },
  { every: 60 },
  {},
])('%j is no length that ticks can run at', async (given) => {
  const shop = await shopOfOne(memoryStorage())
  // @ts-expect-error wrong on purpose
  expect(() => shop.start(given)).toThrow(
    expect.objectContaining({ code: 'INVALID_INPUT', field: expect.stringContaining('every') }),
  )
})

/** Somebody who belongs for a day. */
async function shopOfOne(storage: Storage): Promise<Shop> {
  const shop = await openShop({ ...options, storage })
  await shop.segments.create({ name: 'Baru', where: 'added in last 1 days', tracked: true })
  await shop.customers.add({ name: 'Sari' })
  return shop
}

interface Breakable {
  readonly storage: Storage
  isBroken: boolean
}

function breakable(inner: Storage): Breakable {
  const self: Breakable = {
    isBroken: false,
    storage: {
      ...inner,
      transaction: (shopId, mode, work) =>
        self.isBroken
          ? Promise.reject(new Error('no disk'))
          : inner.transaction(shopId, mode, work),
    },
  }
  return self
}

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openShop } from '../../src/index.ts'
import { memoryStorage } from '../../src/memory/index.ts'
import { newShop } from '../../src/testing/shop-kit/world/open.ts'

type Reject = (reason: unknown) => void

let printed: unknown[][] = []
let rejections: unknown[] = []
let others: NodeJS.UnhandledRejectionListener[] = []

beforeEach(() => {
  printed = []
  rejections = []
  vi.spyOn(console, 'error').mockImplementation((...shown) => {
    printed.push(shown)
  })
  // The test runner would take them for failures of its own.
  others = process.listeners('unhandledRejection')
  process.removeAllListeners('unhandledRejection')
  process.on('unhandledRejection', (reason) => rejections.push(reason))
})

afterEach(() => {
  expect(rejections).toEqual([])
  vi.restoreAllMocks()
  process.removeAllListeners('unhandledRejection')
  for (const other of others) process.on('unhandledRejection', other)
})

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('a listener that throws undoes nothing, fails no call and silences no other listener', async () => {
  const { shop } = await newShop(memoryStorage)
  const heard: string[] = []
  shop.on('customer.added', () => {
    throw new Error('the listener’s own')
  })
  shop.on('customer.added', ({ type }) => heard.push(type))
  shop.on('group.joined', ({ type }) => heard.push(type))
  await shop.groups.create({ name: 'Reseller' })
  const { id } = await shop.customers.add({ name: 'Sari', groups: ['Reseller'] })
  expect(await shop.customers.get(id)).toMatchObject({ name: 'Sari' })
  expect(heard).toEqual(['customer.added', 'group.joined'])
})

test('without onListenerError the console tells of what listeners throw, at once or later', async () => {
  const { shop } = await newShop(memoryStorage)
  const faults = [new Error('at once'), new Error('later'), new Error('no Promise of ours')]
  const [atOnce, later, foreign] = faults
  shop.on('customer.added', () => {
    throw atOnce
  })
  shop.on('customer.added', async () => {
    throw later
  })
  // biome-ignore lint/suspicious/noThenProperty: what other libraries have for a promise
  shop.on('customer.added', () => ({ then: (_: unknown, reject: Reject) => reject(foreign) }))
  await shop.customers.add({ name: 'Sari' })
  await settled()
  expect(printed.map(([, error]) => error)).toEqual(faults)
  for (const [told] of printed) {
    expect(told).toContain('"customer.added"')
    expect(told).toContain('onListenerError')
  }
})

test('onListenerError gets what listeners throw, and the console what it throws itself', async () => {
  const storage = memoryStorage()
  const given: unknown[] = []
  const faults = [new Error('at once'), new Error('later')]
  const own = new Error('its own')
  const shop = await openShop({
    id: 'kopi-senja',
    currency: 'IDR',
    timeZone: 'UTC',
    storage,
    onListenerError: (error) => {
      given.push(error)
      throw own
    },
  })
  shop.on('customer.added', () => {
    throw faults[0]
  })
  shop.on('customer.added', async () => {
    throw faults[1]
  })
  await shop.customers.add({ name: 'Sari' })
  await settled()
  expect(given).toEqual(faults)
  expect(printed.map(([, error]) => error)).toEqual([own, own])
})

test('what is no function is refused as a listener at once', async () => {
  const { shop } = await newShop(memoryStorage)
  expect(() => Reflect.apply(shop.on, undefined, ['customer.added', 5])).toThrow(
    expect.objectContaining({ code: 'INVALID_INPUT', field: 'listener' }),
  )
})

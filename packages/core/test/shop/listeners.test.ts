import { afterEach, beforeEach, expect, test } from 'vitest'
import { openShop } from '../../src/index.ts'
import { memoryStorage } from '../../src/memory/index.ts'
import { newShop } from '../../src/testing/shop-kit/world/open.ts'

let reported: unknown[] = []
let others: NodeJS.UnhandledRejectionListener[] = []

const report = (reason: unknown): void => {
  reported.push(reason)
}

// The test runner would take what the platform reports for a failure of its own.
beforeEach(() => {
  reported = []
  others = process.listeners('unhandledRejection')
  process.removeAllListeners('unhandledRejection')
  process.on('unhandledRejection', report)
})

afterEach(() => {
  process.removeAllListeners('unhandledRejection')
  for (const other of others) process.on('unhandledRejection', other)
})

test('a listener that throws undoes nothing, fails no call and silences no other listener', async () => {
  const { shop } = await newShop(memoryStorage)
  const heard: string[] = []
  const fault = new Error('the listener’s own')
  shop.on('customer.added', () => {
    throw fault
  })
  shop.on('customer.added', ({ type }) => heard.push(type))
  shop.on('group.joined', ({ type }) => heard.push(type))
  await shop.groups.create({ name: 'Reseller' })
  const { id } = await shop.customers.add({ name: 'Sari', groups: ['Reseller'] })
  expect(await shop.customers.get(id)).toMatchObject({ name: 'Sari' })
  expect(heard).toEqual(['customer.added', 'group.joined'])
  await new Promise((resolve) => setImmediate(resolve))
  expect(reported).toEqual([fault])
})

test('onListenerError gets what listeners throw, at once or later, and may throw itself', async () => {
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
  await new Promise((resolve) => setImmediate(resolve))
  expect(given).toEqual(faults)
  expect(reported).toEqual([own, own])
})

test('what is no function is refused as a listener at once', async () => {
  const { shop } = await newShop(memoryStorage)
  expect(() => Reflect.apply(shop.on, undefined, ['customer.added', 5])).toThrow(
    expect.objectContaining({ code: 'INVALID_INPUT', field: 'listener' }),
  )
})

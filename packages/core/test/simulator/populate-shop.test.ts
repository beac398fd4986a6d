import { expect, test } from 'vitest'
import { openShop } from '../../src/index.ts'
import { memoryStorage } from '../../src/memory/index.ts'
import { type PopulateProgress, populateShop } from '../../src/simulator/populate-shop.ts'
import { eventsOf, perCustomer, usual } from './simulations.ts'

const customers = 300
const options = { ...usual, customers }

interface Told {
  readonly setClock?: boolean
  readonly labels?: string | undefined
}

async function populated({ setClock = true, ...labels }: Told = {}) {
  let now = usual.until.getTime()
  const clock = () => now
  const shop = await openShop({
    id: 'kopi',
    currency: 'IDR',
    timeZone: 'Asia/Jakarta',
    storage: memoryStorage(),
    clock,
  })
  const steps: PopulateProgress[] = []
  const told = {
    setClock: (at: Date) => {
      now = at.getTime()
    },
  }
  const result = await populateShop(shop, {
    ...options,
    labels: 'whatsapp',
    ...labels,
    ...(setClock ? told : {}),
    onProgress: (progress) => steps.push(progress),
  })
  return { shop, steps, result }
}

test('a simulated shop goes through the API whole, and its books balance', async () => {
  const { shop, steps, result } = await populated()
  const events = eventsOf({ customers })
  const orders = perCustomer(events, 'order')
  expect(result).toMatchObject({
    events: events.length,
    customers,
    orders: [...orders.values()].reduce((sum, count) => sum + count, 0),
  })
  expect(steps.at(-1)).toEqual(result)
  expect((await shop.reports.monitoring()).total).toBe(customers)

  for (const count of [0, 1, 2, 5]) {
    const simulated = [...orders.values()].filter((each) => each === count).length
    expect(await shop.segments.count({ field: 'orders', is: '=', value: count })).toBe(simulated)
  }
  const { accounts, balanced } = await shop.reports.trialBalance()
  expect(accounts.length).toBeGreaterThan(3)
  expect(balanced).toBe(true)
  expect(await shop.rebuild()).toBe(0)
})

test('customers are added when they arrive where the clock follows, else at the end', async () => {
  const { shop } = await populated()
  const addedLate = { field: 'added', is: 'in', value: { last: { days: 30 } } } as const
  expect(await shop.segments.count(addedLate)).toBeLessThan(customers / 4)
  expect(await (await populated({ setClock: false })).shop.segments.count(addedLate)).toBe(
    customers,
  )
})

test('labels of the staff are recorded under a source, where one is named', async () => {
  const { shop } = await populated()
  const board = await shop.labels.board({ limit: 1 })
  const told = eventsOf({ customers }).filter(({ kind }) => kind === 'label')
  const names = new Set(told.map((event) => (event.kind === 'label' ? event.input.label : '')))
  expect(new Set(board.map(({ name }) => name))).toEqual(names)
  expect(board.map(({ source }) => source)).toEqual([...names].map(() => 'whatsapp'))
  const without = await populated({ labels: undefined })
  expect(await without.shop.labels.list()).toEqual([])
})

test('groups that are there already are used', async () => {
  const storage = memoryStorage()
  const clock = () => usual.until.getTime()
  const shop = await openShop({
    id: 'kopi',
    currency: 'IDR',
    timeZone: 'Asia/Jakarta',
    storage,
    clock,
  })
  await shop.groups.create({ name: 'Reseller' })
  await populateShop(shop, { ...options, customers: 60 })
  expect((await shop.groups.list()).map(({ name }) => name)).toEqual([
    'Komunitas Seduh',
    'Reseller',
  ])
})

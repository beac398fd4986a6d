import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { simulateShop } from '../../src/simulator/simulate-shop.ts'
import { usual } from './simulations.ts'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

const million = process.env.LANGGANAN_LONG === '1'
const customers = million ? 1_000_000 : 100_000
const megabytes = million ? 200 : 40

test(`${customers} customers stream through ${megabytes} megabytes`, { timeout: 1_200_000 }, () => {
  const until = new Date(usual.from.getTime() + 75 * 86_400_000)
  const before = memoryUsed()
  let [events, arrived, most] = [0, 0, 0]
  for (const { arrives } of simulateShop({ ...usual, customers, until })) {
    events += 1
    if (arrives) arrived += 1
    if (events % 100_000 === 0) most = Math.max(most, memoryUsed() - before)
  }
  expect(arrived).toBe(customers)
  expect(events).toBeGreaterThan(4 * customers)
  expect(most).toBeLessThan(megabytes * 1_000_000)
})

function memoryUsed(): number {
  collectGarbage()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

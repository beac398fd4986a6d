import { createHash } from 'node:crypto'
import { simulateShop } from '../../src/simulator/simulate-shop.ts'
import type { SimulatedEvent } from '../../src/simulator/simulated-event.ts'
import type { SimulationOptions } from '../../src/simulator/world.ts'

/** A year and a half of a shop of 600 customers, with one Lebaran in it. */
export const usual: SimulationOptions = {
  seed: 'kopi',
  customers: 600,
  from: new Date('2025-05-31T17:00:00Z'),
  until: new Date('2026-11-20T05:00:00Z'),
}

export function digestOf(options: Partial<SimulationOptions> = {}): string {
  const hash = createHash('sha256')
  for (const event of simulateShop({ ...usual, ...options })) hash.update(JSON.stringify(event))
  return hash.digest('hex')
}

export function eventsOf(options: Partial<SimulationOptions> = {}): SimulatedEvent[] {
  return [...simulateShop({ ...usual, ...options })]
}

/** How many events of a kind each customer has. */
export function perCustomer(
  events: readonly SimulatedEvent[],
  kind: SimulatedEvent['kind'],
): Map<number, number> {
  const counts = new Map<number, number>()
  for (const event of events) {
    const known = counts.get(event.customer) ?? 0
    counts.set(event.customer, event.kind === kind ? known + 1 : known)
  }
  return counts
}

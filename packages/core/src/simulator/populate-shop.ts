import type { Shop } from '../shop/shop.ts'
import { recordEvents, recordLabels, type SimulatedIds } from './record-events.ts'
import { simulateShop } from './simulate-shop.ts'
import { type SimulatedEvent, simulatedGroups } from './simulated-event.ts'
import type { SimulationOptions } from './world.ts'

/** What a population run is told; the zone is the shop's own. */
export interface PopulateOptions extends Omit<SimulationOptions, 'timeZone'> {
  /** Events that are recorded together, up to 10,000; 2,000 where nothing is said. */
  readonly batch?: number
  /** The source under which labels of the staff are recorded; they are left out where nothing is said. */
  readonly labels?: string | undefined
  /**
   * Told the time of the last event of each batch before it is recorded, and `until` at the end. A
   * shop whose clock it sets gets true times of adding; any other clock must stand at `until` or later.
   */
  readonly setClock?: (now: Date) => void
  /** Told after each batch how far the recording came. */
  readonly onProgress?: (progress: PopulateProgress) => void
}

export interface PopulateProgress {
  /** The simulated time that was reached. */
  readonly at: Date
  readonly events: number
  readonly customers: number
  /** Sales; credit notes are none. */
  readonly orders: number
}

/**
 * Lets a simulated coffee shop happen in a shop, through the calls that any shop makes. Prices are
 * rupiah, so the shop's book currency should be; it must still have the categories that it began
 * with. Answers what it came to.
 *
 * @throws LanggananError `TIME_IN_FUTURE` where the shop's clock stands before `until`
 */
export async function populateShop(
  shop: Shop,
  options: PopulateOptions,
): Promise<PopulateProgress> {
  const { batch = 2_000, labels, setClock, onProgress, ...simulation } = options
  await createGroups(shop)
  const ids: SimulatedIds = new Map()
  let progress: PopulateProgress = { at: options.from, events: 0, customers: 0, orders: 0 }
  for (const events of batchesOf(simulateShop({ ...simulation, timeZone: shop.timeZone }), batch)) {
    const at = events.at(-1)?.at ?? progress.at
    setClock?.(at)
    await recordEvents(shop, events, ids)
    if (labels !== undefined) await recordLabels(shop, events, { ids, source: labels })
    progress = {
      at,
      events: progress.events + events.length,
      customers: progress.customers + events.filter(({ arrives }) => arrives).length,
      orders: progress.orders + events.filter(({ kind }) => kind === 'order').length,
    }
    onProgress?.(progress)
  }
  setClock?.(options.until)
  return progress
}

async function createGroups(shop: Shop): Promise<void> {
  const known = new Set((await shop.groups.list()).map(({ name }) => name))
  for (const name of simulatedGroups) if (!known.has(name)) await shop.groups.create({ name })
}

function* batchesOf(events: Iterable<SimulatedEvent>, size: number): Generator<SimulatedEvent[]> {
  let batch: SimulatedEvent[] = []
  for (const event of events) {
    batch.push(event)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

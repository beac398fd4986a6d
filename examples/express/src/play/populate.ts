import { openShop } from '@langganan/core'
import { backUp, restore } from '@langganan/core/backup'
import { memoryStorage } from '@langganan/core/memory'
import { populateShop, simulateShop } from '@langganan/core/simulator'
import type { Storage } from '@langganan/core/storage'
import type { Config } from '../config.ts'
import { withOneNumber } from './one-number.ts'
import { labelsTold } from './simulated-labels.ts'

export interface Population {
  readonly customers: number
  /** WhatsApp's id of the number that they write to. */
  readonly phoneNumberId: string
  readonly until: Date
}

const simulatedDays = 400
const seed = 'kopi-senja'
/** As much as the shop hears at once. */
const mostHeard = 10_000

/**
 * Puts a shop into the storage in which a coffee shop's year has happened; all people in it are made
 * up. It happens in memory, so that whoever ends the program meanwhile leaves no half of a shop.
 */
export async function populate(
  storage: Storage,
  config: Config['shop'],
  population: Population,
): Promise<void> {
  const memory = memoryStorage()
  await makeUp(memory, config, population)
  await restore(storage, backUp(memory, config.id))
}

async function makeUp(
  storage: Storage,
  config: Config['shop'],
  { customers, phoneNumberId, until }: Population,
): Promise<void> {
  const from = new Date(until.getTime() - simulatedDays * 86_400_000)
  let clock = from.getTime()
  const shop = await openShop({ ...config, storage, clock: () => clock, actor: 'play' })
  const simulation = { seed, customers, from, until }
  await populateShop(withOneNumber(shop, phoneNumberId), {
    ...simulation,
    batch: 100,
    setClock: (at) => {
      clock = at.getTime()
    },
  })
  const told = [...labelsTold(simulateShop({ ...simulation, timeZone: config.timeZone }))]
  for (let i = 0; i < told.length; i += mostHeard) {
    await shop.labels.hear({ source: 'play', events: told.slice(i, i + mostHeard) })
  }
  await shop.value.refreshRhythm()
  await shop.tags.create({ name: 'Sultan', ltvMin: 5_000_000 })
  for (const segment of segments) await shop.segments.create(segment)
}

const segments = [
  { name: 'Bisa dichat bebas', where: 'window is open' },
  { name: 'Mulai menjauh', where: 'loyalty = slipping and ltv >= 1000000' },
  { name: 'Masih berutang', where: 'balance > 0' },
]

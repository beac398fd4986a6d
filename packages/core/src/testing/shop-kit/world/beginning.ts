import type { Storage } from '../../../ports/storage/storage.ts'
import { type KitClock, kitClock } from './clock.ts'
import { type KitShopOptions, shopIn } from './open.ts'
import { type Ids, populate } from './population.ts'
import { type Dump, dumpRows } from './rows.ts'

/** A shop with a few of everything, of which tests take copies: cheaper than making one for each. */
export interface Beginning {
  readonly rows: Dump
  readonly ids: Ids
  readonly clock: KitClock
}

export async function beginning(storage: Storage, options: KitShopOptions): Promise<Beginning> {
  const id = 'beginning'
  const clock = kitClock()
  const ids = await populate(await shopIn(storage, { ...options, id, clock }))
  clock.step(60_000)
  return { rows: await dumpRows(storage, id), ids, clock }
}

import { afterAll, beforeAll, onTestFinished } from 'vitest'
import type { RandomBytes } from '../../../ports/random.ts'
import type { Storage } from '../../../ports/storage/storage.ts'
import { openShop } from '../../../shop/open-shop.ts'
import type { Shop } from '../../../shop/shop.ts'
import { type KitClock, kitClock } from './clock.ts'
import { seededBytes } from './seeded-bytes.ts'

/** Opens a new, empty storage. */
export type OpenStorage = () => Storage | Promise<Storage>

/** A shop with everything that a test needs to steer it. */
export interface KitShop {
  readonly shop: Shop
  readonly storage: Storage
  readonly clock: KitClock
}

export interface KitShopOptions {
  readonly id?: string
  readonly currency?: string
  readonly timeZone?: string
  readonly clock?: KitClock
  /** Shops with one seed and one clock make the same ids. */
  readonly seed?: number
  /** What ids are made of; by the seed if absent. */
  readonly randomBytes?: RandomBytes
}

/** A new storage that is closed when the test ends. */
export async function openStorage(open: OpenStorage): Promise<Storage> {
  const storage = await open()
  onTestFinished(() => storage.close())
  return storage
}

/** A storage for all tests of a group; each takes shops of its own in it. */
export function sharedStorage(open: OpenStorage): () => Storage {
  let storage: Storage | undefined
  beforeAll(async () => {
    storage = await open()
  })
  afterAll(() => storage?.close())
  return () => {
    if (storage === undefined) throw new Error('the storage is open while tests run')
    return storage
  }
}

/** A shop in a storage that is there already. */
export async function shopIn(storage: Storage, options: KitShopOptions = {}): Promise<KitShop> {
  const { id = 'kopi-senja', currency = 'IDR', timeZone = 'Asia/Jakarta', seed = 1 } = options
  const clock = options.clock ?? kitClock()
  const randomBytes = options.randomBytes ?? seededBytes(seed)
  const shop = await openShop({ id, currency, timeZone, storage, clock: clock.now, randomBytes })
  return { shop, storage, clock }
}

/** A shop in a storage of its own. */
export async function newShop(open: OpenStorage, options: KitShopOptions = {}): Promise<KitShop> {
  return shopIn(await openStorage(open), options)
}

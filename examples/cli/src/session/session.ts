import { formatAmount, openShop, type Shop } from '@langganan/core'
import type { Storage } from '@langganan/core/storage'
import { parseAmount } from '../input/amount.ts'
import { parseAt } from '../input/at.ts'
import { type LocalTimeFormat, localTimeFormat } from '../output/local-time.ts'
import { askingOnly } from './asking-only.ts'
import { chooseShop } from './choose-shop.ts'
import type { GlobalOptions } from './global-options.ts'
import { openExisting } from './open-existing.ts'
import type { SqliteDriver } from './open-storage.ts'

/** An open shop, and how its amounts and times are read and shown. */
export interface Session {
  readonly shop: Shop
  /** The instant that counts as now. */
  now(): number
  /** Minor units of an amount as people write it; `field` is the option it came from. */
  amount(text: string, field: string, sign?: 'any'): number
  /** An amount in minor units as people read it. */
  money(minor: number, currency?: string): string
  /** A time in the shop's zone. */
  time: LocalTimeFormat
}

export async function openSession(options: GlobalOptions, driver?: SqliteDriver): Promise<Session> {
  const storage = await openExisting(options, driver)
  try {
    return await sessionOn(storage, options)
  } catch (error) {
    await storage.close()
    throw error
  }
}

/** Opens the shop in a storage that is open already. */
export async function sessionOn(storage: Storage, options: GlobalOptions): Promise<Session> {
  const id = chooseShop(await storage.shopIds(), options.shop)
  let now: () => number = Date.now
  const asked = askingOnly(storage, () => now() > Date.now())
  const shop = await openShop({ id, storage: asked, clock: () => now(), actor: 'toko' })
  // A local time needs the shop's zone, so the clock is set once the shop is open.
  if (options.at !== undefined) {
    const at = parseAt(options.at, shop.timeZone)
    now = () => at
  }
  return {
    shop,
    now: () => now(),
    amount: (text, field, sign) => parseAmount(text, shop.currency, field, sign),
    money: (minor, currency = shop.currency) => formatAmount(minor, currency),
    time: localTimeFormat(shop.timeZone),
  }
}

import { sqliteStorage } from '@langganan/adapters-sqlite'
import { type OpenShopOptions, openShop, type Shop } from '@langganan/core'
import { memoryStorage } from '@langganan/core/memory'

type Storage = OpenShopOptions['storage']

/** A shop whose clock stands in March 2026. */
export const now: number = Date.UTC(2026, 2, 1)

export const storages = {
  memory: (): Storage => memoryStorage(),
  sqlite: (): Storage => sqliteStorage({ memory: true }),
} as const

export async function newShop(
  storage: keyof typeof storages = 'memory',
  options: { readonly id?: string; readonly clock?: () => number } = {},
): Promise<Shop> {
  const { id = 'kopi-senja', clock = () => now } = options
  return openShop({
    id,
    currency: 'IDR',
    timeZone: 'Asia/Jakarta',
    storage: storages[storage](),
    clock,
  })
}

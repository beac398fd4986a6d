import { openShop, type Shop } from '@langganan/core'
import type { Storage } from '@langganan/core/storage'
import { type StorageName, storages } from './storages.ts'

/** A shop whose clock stands in March 2026. */
export const now: number = Date.UTC(2026, 2, 1)

export async function newShop(
  storage: StorageName | Storage = 'memory',
  options: { readonly id?: string; readonly clock?: () => number } = {},
): Promise<Shop> {
  const { id = 'kopi-senja', clock = () => now } = options
  return openShop({
    id,
    currency: 'IDR',
    timeZone: 'Asia/Jakarta',
    storage: typeof storage === 'string' ? storages[storage]() : storage,
    clock,
  })
}

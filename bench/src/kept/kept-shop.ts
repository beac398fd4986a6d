import type { Storage } from '@langganan/core/storage'
import { type Asked, countingStorage } from './counting-storage.ts'
import { type GrownShop, openGrown, shopId } from './grown-shop.ts'

/** A shop of so many customers with fifty tracked segments, opened. */
export interface KeptShop extends GrownShop {
  readonly customers: number
  readonly storage: Storage
  readonly asked: Asked
  /** In no order of theirs. */
  readonly someIds: readonly string[]
}

/** Opens a shop that was grown to so many customers. */
export async function openKept(storage: Storage, customers: number): Promise<KeptShop> {
  const asked: Asked = { calls: 0, rows: 0, customers: new Set() }
  const grown = await openGrown(countingStorage(storage, asked))
  const someIds = await storage.transaction(shopId, 'read', async (tx) => {
    const where = {
      op: 'sample',
      a: 1,
      b: 0,
      share: Math.floor((2 ** 31 * 8_000) / customers),
    } as const
    return (await tx.members({ where, limit: 8_000 })).map(({ id }) => id)
  })
  return { ...grown, storage, asked, customers, someIds: shuffled(someIds) }
}

function shuffled(ids: readonly string[]): readonly string[] {
  return ids.map((_, i) => ids[(i * 7_919) % ids.length] ?? '')
}

import { DatabaseSync } from 'node:sqlite'
import { backUp, restore } from '@langganan/core/backup'
import type { Storage } from '@langganan/core/storage'

/**
 * A copy of a shop to try things on: what is written there is gone when it closes. It lies in a temporary
 * database of SQLite's own, which has no name and goes with the process, however that ends.
 */
export async function trialStorage(original: Storage, shopId: string): Promise<Storage> {
  const { sqliteStorage } = await import('@langganan/adapters-sqlite')
  const database = new DatabaseSync('')
  const storage = sqliteStorage({ database })
  const trial: Storage = {
    name: storage.name,
    shopIds: () => storage.shopIds(),
    transaction: (shop, mode, work) => storage.transaction(shop, mode, work),
    async close() {
      await storage.close()
      database.close()
    },
  }
  try {
    await restore(trial, backUp(original, shopId))
    return trial
  } catch (error) {
    await trial.close()
    throw error
  }
}

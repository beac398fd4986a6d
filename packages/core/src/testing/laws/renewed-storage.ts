import { onTestFinished } from 'vitest'
import type { Storage } from '../../ports/storage/storage.ts'
import type { OpenStorage } from '../shop-kit/world/open.ts'

/** Populations that share a storage: each has a shop beside the others', and a million cases fill no memory. */
const together = 500

/** Gives the storage for one population after the other, until the test ends. */
export function renewedStorage(open: OpenStorage): () => Promise<Storage> {
  let storage: Storage | undefined
  let populations = 0
  onTestFinished(() => storage?.close())
  return async () => {
    if (storage === undefined || populations === together) {
      await storage?.close()
      storage = await open()
      populations = 0
    }
    populations += 1
    return storage
  }
}

import { isLanggananError } from '../../domain/error/langganan-error.ts'
import type { Storage } from '../../ports/storage/storage.ts'

/** Begins a transaction of the host's, does the work in it, and commits; rolls back what throws. */
export type InHostTransaction = <T>(work: (hostTransaction: unknown) => Promise<T>) => Promise<T>

/** So often a host begins before it gives up. */
const mostAttempts = { STORAGE_BUSY: 10, STORAGE_CONFLICT: 3 }

/**
 * A storage of which each transaction is made inside one that a host begins and ends, so that the kit
 * runs through `within`. Tables are made before, and what gave way to other writers is begun again, as
 * a host has to.
 */
export function hostedStorage(storage: Storage, inTransaction: InHostTransaction): Storage {
  let isReady: Promise<unknown> | undefined

  async function hosted<T>(call: (inside: Storage) => Promise<T>): Promise<T> {
    isReady ??= storage.shopIds()
    await isReady
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await inTransaction((tx) => call(insideOf(storage, tx)))
      } catch (error) {
        if (attempt >= attemptsAfter(error)) throw error
      }
    }
  }

  return {
    name: storage.name,
    shopIds: () => hosted((inside) => inside.shopIds()),
    transaction: (shopId, mode, work) => hosted((inside) => inside.transaction(shopId, mode, work)),
    close: () => storage.close(),
  }
}

/** What gave way to others is begun again; so is what met a key that another took after it had looked. */
function attemptsAfter(error: unknown): number {
  if (isLanggananError(error, 'STORAGE_BUSY')) return mostAttempts.STORAGE_BUSY
  return isLanggananError(error, 'STORAGE_CONFLICT') ? mostAttempts.STORAGE_CONFLICT : 1
}

function insideOf(storage: Storage, hostTransaction: unknown): Storage {
  const inside = storage.within?.(hostTransaction)
  if (inside === undefined)
    throw new Error(`${storage.name} takes no part in others' transactions.`)
  return inside
}

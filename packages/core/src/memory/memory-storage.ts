import { LanggananError } from '../domain/error/langganan-error.ts'
import { compareCodePoints } from '../domain/text/code-point-order.ts'
import type { Storage, StorageTransaction, TransactionMode } from '../ports/storage/storage.ts'
import { countMembers, findMembers } from './members.ts'
import { type MemoryShop, memoryShop } from './memory-shop.ts'
import { mutex } from './mutex.ts'
import { reports } from './reports.ts'

/**
 * A storage that lives in the process and goes with it: for tests, for trying things out, and as the
 * oracle that the databases are compared with.
 */
export function memoryStorage(): Storage {
  const shops = new Map<string, MemoryShop>()
  const exclusively = mutex()
  let closed = false

  return {
    name: 'memory',
    async shopIds() {
      if (closed) throw storageClosed()
      return [...shops]
        .filter(([, shop]) => shop.store('shops').get([]) !== undefined)
        .map(([id]) => id)
        .sort(compareCodePoints)
    },
    async transaction(shopId, mode, work) {
      if (typeof shopId !== 'string' || shopId === '') {
        throw new LanggananError('SHOP_ID_REQUIRED', 'A storage transaction needs a shop id.', {
          field: 'shopId',
        })
      }
      return exclusively(async () => {
        if (closed) throw storageClosed()
        const shop = shops.get(shopId) ?? memoryShop()
        const running: Running = { mode, isOver: false, failure: undefined }
        try {
          const answer = await work(transactionOf(shop, running))
          if (running.failure !== undefined) throw running.failure
          shop.keep()
          shops.set(shopId, shop)
          return answer
        } catch (error) {
          shop.undo()
          throw error
        } finally {
          running.isOver = true
        }
      })
    },
    close: async () => {
      closed = true
    },
  }
}

/** How an open transaction stands. */
interface Running {
  readonly mode: TransactionMode
  isOver: boolean
  /** What an apply threw: half of it may be written, so the transaction can only be undone. */
  failure: unknown
}

function transactionOf(shop: MemoryShop, running: Running): StorageTransaction {
  const inside = async <T>(job: () => T): Promise<T> => {
    if (running.isOver) throw transactionOver()
    return job()
  }
  return {
    get: (table, keys) =>
      inside(() => {
        const store = shop.store(table)
        const seen = new Map(keys.map((key) => [JSON.stringify(key), key]))
        return [...seen.values()].map((key) => store.get(key)).filter((row) => row !== undefined)
      }),
    find: (table, index, prefixes) =>
      inside(() => prefixes.flatMap((prefix) => shop.store(table).find(index, prefix))),
    scan: (table, after, limit) => inside(() => shop.store(table).scan(after, limit)),
    // One transaction at a time: whoever runs has everything to itself.
    lock: () => inside(() => undefined),
    apply: (changes) =>
      inside(() => {
        if (running.mode === 'read') throw readOnly()
        try {
          shop.apply(changes)
        } catch (error) {
          running.failure = error
          throw error
        }
      }),
    members: (question) => inside(() => findMembers(shop, question)),
    count: (where) => inside(() => countMembers(shop, where)),
    report: (kind, question) => inside(() => reports[kind](shop, question)),
  }
}

function storageClosed(): LanggananError {
  return new LanggananError('SHOP_CLOSED', 'The storage is closed. Open it again to use it.')
}

function transactionOver(): LanggananError {
  return new LanggananError(
    'STORAGE_FAILED',
    'The transaction has ended; await every call on it before the work returns.',
  )
}

function readOnly(): LanggananError {
  return new LanggananError('STORAGE_FAILED', 'A read transaction cannot write.')
}

import type { Storage, StorageTransaction } from '../../../ports/storage/storage.ts'

/** A storage that notes which customers were locked before anything was written. */
export interface LockingStorage extends Storage {
  /** Begins anew. */
  forget(): void
  lockedFirst(): readonly string[]
}

export function lockingStorage(inner: Storage): LockingStorage {
  let locked: string[] = []
  let hasWritten = false

  function noting(tx: StorageTransaction): StorageTransaction {
    return {
      get: (table, keys) => tx.get(table, keys),
      find: (table, index, prefixes) => tx.find(table, index, prefixes),
      scan: (table, after, limit) => tx.scan(table, after, limit),
      lock: (customerIds) => {
        if (!hasWritten) locked.push(...customerIds)
        return tx.lock(customerIds)
      },
      apply: (changes) => {
        hasWritten = true
        return tx.apply(changes)
      },
      members: (question) => tx.members(question),
      count: (where) => tx.count(where),
      report: (kind, question) => tx.report(kind, question),
    }
  }

  return {
    name: inner.name,
    shopIds: () => inner.shopIds(),
    close: () => inner.close(),
    transaction: (shopId, mode, work) => inner.transaction(shopId, mode, (tx) => work(noting(tx))),
    forget() {
      locked = []
      hasWritten = false
    },
    lockedFirst: () => locked,
  }
}

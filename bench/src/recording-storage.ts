import type { RowChanges, Storage } from '@langganan/core/storage'

/** A storage that passes everything on and keeps what was written, transaction by transaction. */
export function recordingStorage(storage: Storage, written: RowChanges[][]): Storage {
  return {
    ...storage,
    shopIds: () => storage.shopIds(),
    close: () => storage.close(),
    transaction: (shopId, mode, work) =>
      storage.transaction(shopId, mode, async (tx) => {
        const changes: RowChanges[] = []
        const answer = await work({
          get: (table, keys) => tx.get(table, keys),
          find: (table, index, prefixes) => tx.find(table, index, prefixes),
          scan: (table, after, limit) => tx.scan(table, after, limit),
          lock: (ids) => tx.lock(ids),
          members: (question) => tx.members(question),
          count: (where) => tx.count(where),
          report: (kind, question) => tx.report(kind, question),
          apply: async (change) => {
            // Copied: a draft goes on being written to.
            changes.push(
              structuredClone({ insert: change.insert, put: change.put, remove: change.remove }),
            )
            await tx.apply(change)
          },
        })
        if (changes.length > 0) written.push(changes)
        return answer
      }),
  }
}

import type { RowChanges } from '../../domain/change/change.ts'
import type { StorageTransaction } from '../../ports/storage/storage.ts'

/** The same transaction, in which nothing is written: changes are noted, and nobody sees them. */
export function withoutWriting(
  tx: StorageTransaction,
  note: (changes: RowChanges) => void,
): StorageTransaction {
  return {
    get: (table, keys) => tx.get(table, keys),
    find: (table, index, prefixes) => tx.find(table, index, prefixes),
    scan: (table, after, limit) => tx.scan(table, after, limit),
    lock: async () => undefined,
    apply: async (changes) => note(changes),
    members: (question) => tx.members(question),
    count: (where) => tx.count(where),
    report: (kind, question) => tx.report(kind, question),
  }
}

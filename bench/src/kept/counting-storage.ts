import type { Storage } from '@langganan/core/storage'

/** What a storage was asked since the last reset, and of whom. */
export interface Asked {
  /** Questions and changes together. */
  calls: number
  rows: number
  readonly customers: Set<string>
}

/** A storage that passes everything on and counts what it is asked and answers. */
export function countingStorage(storage: Storage, asked: Asked): Storage {
  const note = <R>(answer: R, isOfCustomers = false): R => {
    asked.calls += 1
    if (Array.isArray(answer)) for (const row of answer) noteRow(asked, row, isOfCustomers)
    return answer
  }
  return {
    ...storage,
    shopIds: () => storage.shopIds(),
    close: () => storage.close(),
    transaction: (shopId, mode, work) =>
      storage.transaction(shopId, mode, (tx) =>
        work({
          get: async (table, keys) => note(await tx.get(table, keys), table === 'customers'),
          find: async (table, index, prefixes) =>
            note(await tx.find(table, index, prefixes), table === 'customers'),
          scan: async (table, after, limit) =>
            note(await tx.scan(table, after, limit), table === 'customers'),
          lock: (ids) => tx.lock(ids),
          members: async (question) => note(await tx.members(question), true),
          count: async (where) => note(await tx.count(where)),
          report: async (kind, question) => note(await tx.report(kind, question)),
          apply: async (changes) => note(await tx.apply(changes)),
        }),
      ),
  }
}

function noteRow(asked: Asked, row: object, isOfCustomers: boolean): void {
  asked.rows += 1
  const id: unknown = Reflect.get(row, isOfCustomers ? 'id' : 'customerId')
  if (typeof id === 'string') asked.customers.add(id)
}

export function forget(asked: Asked): void {
  asked.calls = 0
  asked.rows = 0
  asked.customers.clear()
}

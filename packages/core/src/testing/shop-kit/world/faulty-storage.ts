import { LanggananError } from '../../../domain/error/langganan-error.ts'
import type { Storage, StorageTransaction } from '../../../ports/storage/storage.ts'

/** A storage that fails at one point, when told: before or after its n-th call since then. */
export interface FaultyStorage extends Storage {
  /** Counts from here, and fails at the n-th point. */
  failAt(point: number): void
  /** Stops failing; tells whether it had failed. */
  heal(): boolean
}

/** Before and after each call of a transaction, and of its beginning and its end, lies a point. */
export function faultyStorage(inner: Storage): FaultyStorage {
  let pointsLeft = 0
  let failed = false

  function point(where: string): void {
    if (pointsLeft === 0) return
    pointsLeft -= 1
    if (pointsLeft > 0) return
    failed = true
    throw new LanggananError('STORAGE_FAILED', `A fault was put ${where}.`)
  }

  async function between<T>(what: string, call: () => Promise<T>): Promise<T> {
    point(`before ${what}`)
    const answer = await call()
    point(`after ${what}`)
    return answer
  }

  return {
    name: inner.name,
    shopIds: () => inner.shopIds(),
    close: () => inner.close(),
    async transaction(shopId, mode, work) {
      point('before begin')
      const answer = await inner.transaction(shopId, mode, async (tx) => {
        point('after begin')
        const made = await work(faultyTransaction(tx, between))
        point('before commit')
        return made
      })
      point('after commit')
      return answer
    },
    failAt(points) {
      pointsLeft = points
      failed = false
    },
    heal() {
      pointsLeft = 0
      return failed
    },
  }
}

type Between = <T>(what: string, call: () => Promise<T>) => Promise<T>

function faultyTransaction(tx: StorageTransaction, between: Between): StorageTransaction {
  return {
    get: (table, keys) => between(`get ${table}`, () => tx.get(table, keys)),
    find: (table, index, prefixes) =>
      between(`find ${table}`, () => tx.find(table, index, prefixes)),
    scan: (table, after, limit) => between(`scan ${table}`, () => tx.scan(table, after, limit)),
    lock: (customerIds) => between('lock', () => tx.lock(customerIds)),
    apply: (changes) => between('apply', () => tx.apply(changes)),
    members: (question) => between('members', () => tx.members(question)),
    count: (where) => between('count', () => tx.count(where)),
    report: (kind, question) => between(`report ${kind}`, () => tx.report(kind, question)),
  }
}

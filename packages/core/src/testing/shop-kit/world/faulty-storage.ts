import type { ErrorCode } from '../../../domain/error/codes.ts'
import { LanggananError } from '../../../domain/error/langganan-error.ts'
import type { Storage, StorageTransaction } from '../../../ports/storage/storage.ts'
import { FaultPoints, type PointsPassed } from './fault-points.ts'

/** A storage that fails when told, and another way to its rows. */
export interface FaultyStorage {
  /** Fails when told. */
  readonly storage: Storage
  /** Reads and writes the same rows, and never fails. */
  readonly observer: Storage
  /** In what ways a point can fail. */
  readonly ways: readonly string[]
  /** Counts its points from here, and fails at the n-th, from 1, in one of its ways. */
  failAt(point: number, way: string): void
  /** Stops failing; tells what was passed. */
  heal(): PointsPassed
  close(): Promise<void>
}

/** Opens a storage that fails when told, with nothing in it. */
export type OpenFaultyStorage = () => FaultyStorage | Promise<FaultyStorage>

/** A storage whose calls can fail before and after they are made: begin, each call of the transaction, and commit. */
export function faultyStorage(inner: Storage): FaultyStorage {
  const points = new FaultPoints()

  async function between<T>(what: string, call: () => Promise<T>): Promise<T> {
    const way = points.pass(false)
    if (way === 'before') throw fault(`before ${what}`)
    const answer = await call()
    if (way === 'after') throw fault(`after ${what}`)
    return answer
  }

  const storage: Storage = {
    name: inner.name,
    shopIds: () => inner.shopIds(),
    close: () => inner.close(),
    async transaction(shopId, mode, work) {
      const begin = points.pass(false)
      let commit: string | undefined
      if (begin === 'before') throw fault('before begin')
      const answer = await inner.transaction(shopId, mode, async (tx) => {
        if (begin === 'after') throw fault('after begin')
        const made = await work(faultyTransaction(tx, between))
        commit = points.pass(true)
        if (commit === 'before') throw fault('before commit')
        return made
      })
      if (commit === 'after') throw fault('after commit', 'STORAGE_OUTCOME_UNKNOWN')
      return answer
    },
  }
  return {
    storage,
    observer: inner,
    ways: ['before', 'after'],
    failAt: (point, way) => points.failAt(point, way),
    heal: () => points.heal(),
    close: () => inner.close(),
  }
}

function fault(where: string, code: ErrorCode = 'STORAGE_FAILED'): LanggananError {
  return new LanggananError(code, `A fault was put ${where}.`)
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

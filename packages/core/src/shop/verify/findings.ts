import type { Cell, TableName } from '../../domain/change/rows.ts'

/**
 * What is wrong with rows.
 *
 * - `notAsRecomputed`: what is derived is not what other rows come to; `shop.rebuild()` puts it right
 * - `unbalanced`: the postings of an entry do not sum to zero, in its currency or in book money
 * - `notAsPosted`: a customer's receivable, credit or lifetime value is not what the ledger says
 * - `notAsAllocated`: what is settled is not what its allocations come to, or is more than is owed
 * - `ownerless`: the row belongs to a customer, order or set that is not there
 */
export type Problem =
  | 'notAsRecomputed'
  | 'unbalanced'
  | 'notAsPosted'
  | 'notAsAllocated'
  | 'ownerless'

/** Rows of one table with one problem. */
export interface Finding {
  readonly table: string
  readonly problem: Problem
  readonly rows: number
  /** Of the first few: their keys, the parts of one key with a space between. */
  readonly ids: readonly string[]
}

const mostNamed = 5

/** Collects what is found. */
export interface Findings {
  add(table: TableName, problem: Problem, key: readonly Cell[]): void
  list(): readonly Finding[]
}

export function findings(): Findings {
  const found = new Map<string, Finding>()
  return {
    add(table, problem, key) {
      const name = `${table} ${problem}`
      const { rows, ids } = found.get(name) ?? { rows: 0, ids: [] }
      const named = ids.length < mostNamed ? [...ids, key.join(' ')] : ids
      found.set(name, { table, problem, rows: rows + 1, ids: named })
    },
    list: () => [...found.values()],
  }
}

/**
 * A test of rows, a block at a time. A selection is the numbers of the rows that are left, ascending;
 * what passes is written into an array that may be the selection itself.
 *
 * The loops write every row and move on by 0 or 1, without a branch. Which customers pass is as good
 * as chance to a processor, and a branch that it guesses wrong costs more than ten such steps.
 */
export interface Filter {
  /** What a row costs, in {@link costs}; a conjunction begins with the cheapest part. */
  readonly cost: number
  /** Writes those rows of from ≤ row < to that pass; answers how many. */
  readonly scan: (from: number, to: number, into: Uint32Array) => number
  /** Writes those of the first `count` rows that pass; answers how many. */
  readonly narrow: (rows: Uint32Array, count: number, into: Uint32Array) => number
}

/** What one row costs, roughly. */
export const costs = {
  /** Comparing a cell. */
  comparison: 1,
  /** Some arithmetic. */
  arithmetic: 2,
  /** A call, with a text or a set. */
  call: 3,
  /** Reading the lists of a view. */
  lists: 4,
} as const

/** How many rows are judged at a time, a power of two; few enough to stay in the nearest cache. */
export const blockRows = 1_024

/** A row's place in its block. */
export function placeOf(row: number): number {
  return row & (blockRows - 1)
}

/** A filter that knows only how to narrow. */
export function narrowing(cost: number, narrow: Filter['narrow']): Filter {
  return {
    cost,
    narrow,
    scan: (from, to, into) => narrow(into, allRows(from, to, into), into),
  }
}

/** Writes all rows of from ≤ row < to; answers how many. */
export function allRows(from: number, to: number, into: Uint32Array): number {
  for (let row = from; row < to; row += 1) into[row - from] = row
  return to - from
}

export const everything: Filter = narrowing(costs.comparison, (rows, count, into) => {
  for (let i = 0; i < count; i += 1) into[i] = rows[i] ?? 0
  return count
})

export const nothing: Filter = { cost: costs.comparison, scan: () => 0, narrow: () => 0 }

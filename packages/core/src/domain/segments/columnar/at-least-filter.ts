import { allRows, blockRows, costs, type Filter, placeOf } from './filter.ts'

/**
 * Rows that pass at least so many parts; or, if not wanted, fewer. A cheap part looks at all rows, a
 * costly one only at those that are not decided yet.
 */
export function atLeastFilter(least: number, parts: readonly Filter[], wanted: boolean): Filter {
  const isCheap = ({ cost }: Filter): boolean => cost < costs.call
  const cheap = parts.filter(isCheap)
  const costly = parts.filter((part) => !isCheap(part)).sort((a, b) => a.cost - b.cost)
  const turned = Number(!wanted)
  const passed = new Uint16Array(blockRows)
  const some = new Uint32Array(blockRows)

  // Calls in a loop over an iterator would cost half as much again: it has to be closed if one throws.
  const judgeCostly = (rows: Uint32Array, count: number): void =>
    costly.forEach((part) => {
      const left = keep(passed, least, 1, rows, count, some)
      add(passed, some, part.narrow(some, left, some))
    })
  return {
    cost: costly.at(-1)?.cost ?? costs.arithmetic,
    scan: (from, to, into) => {
      passed.fill(0)
      cheap.forEach((part) => {
        add(passed, some, part.scan(from, to, some))
      })
      if (costly.length > 0) judgeCostly(into, allRows(from, to, into))
      return keepOfBlock(passed, least, turned, from, to, into)
    },
    narrow: (rows, count, into) => {
      passed.fill(0)
      cheap.forEach((part) => {
        add(passed, some, part.narrow(rows, count, some))
      })
      judgeCostly(rows, count)
      return keep(passed, least, turned, rows, count, into)
    },
  }
}

function add(passed: Uint16Array, rows: Uint32Array, count: number): void {
  for (let i = 0; i < count; i += 1) {
    const place = placeOf(rows[i] ?? 0)
    passed[place] = (passed[place] ?? 0) + 1
  }
}

/** Writes the rows that passed at least so many parts, or, where `turned` is 1, fewer. */
function keep(
  passed: Uint16Array,
  least: number,
  turned: number,
  rows: Uint32Array,
  count: number,
  into: Uint32Array,
): number {
  let kept = 0
  for (let i = 0; i < count; i += 1) {
    const row = rows[i] ?? 0
    into[kept] = row
    kept += Number((passed[placeOf(row)] ?? 0) >= least) ^ turned
  }
  return kept
}

/** The same for all rows of from ≤ row < to, which begin a block. */
function keepOfBlock(
  passed: Uint16Array,
  least: number,
  turned: number,
  from: number,
  to: number,
  into: Uint32Array,
): number {
  let kept = 0
  for (let row = from; row < to; row += 1) {
    into[kept] = row
    kept += Number((passed[row - from] ?? 0) >= least) ^ turned
  }
  return kept
}

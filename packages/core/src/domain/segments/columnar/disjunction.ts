import { allRows, blockRows, costs, type Filter, nothing } from './filter.ts'

/** Rows that pass some part, the cheap parts first. */
export function disjunction(parts: readonly Filter[]): Filter {
  const sorted = parts.toSorted((a, b) => a.cost - b.cost)
  return sorted.reduce((one, other) => either(one, other), nothing)
}

/** Rows that pass one of two. If the other is costly, it looks only at what the one leaves over. */
function either(one: Filter, other: Filter): Filter {
  if (one === nothing) return other
  const isCostly = other.cost >= costs.call
  const all = new Uint32Array(blockRows)
  const ofOne = new Uint32Array(blockRows)
  const ofOther = new Uint32Array(blockRows)
  const narrow = (rows: Uint32Array, count: number, into: Uint32Array): number => {
    const found = one.narrow(rows, count, ofOne)
    const more = isCostly
      ? other.narrow(ofOther, difference(rows, count, ofOne, found, ofOther), ofOther)
      : other.narrow(rows, count, ofOther)
    return union(ofOne, found, ofOther, more, into)
  }
  return {
    cost: other.cost,
    narrow,
    scan: (from, to, into) =>
      isCostly
        ? narrow(all, allRows(from, to, all), into)
        : union(ofOne, one.scan(from, to, ofOne), ofOther, other.scan(from, to, ofOther), into),
  }
}

/** Writes the rows that are in either of two selections; answers how many. */
function union(
  a: Uint32Array,
  countOfA: number,
  b: Uint32Array,
  countOfB: number,
  into: Uint32Array,
): number {
  let [i, j, kept] = [0, 0, 0]
  while (i < countOfA && j < countOfB) {
    const left = a[i] ?? 0
    const right = b[j] ?? 0
    into[kept] = Math.min(left, right)
    kept += 1
    i += Number(left <= right)
    j += Number(right <= left)
  }
  for (; i < countOfA; i += 1, kept += 1) into[kept] = a[i] ?? 0
  for (; j < countOfB; j += 1, kept += 1) into[kept] = b[j] ?? 0
  return kept
}

/** Writes the rows of a selection that are not in a part of it; answers how many. */
function difference(
  rows: Uint32Array,
  count: number,
  part: Uint32Array,
  countOfPart: number,
  into: Uint32Array,
): number {
  let [j, kept] = [0, 0]
  for (let i = 0; i < count; i += 1) {
    const row = rows[i] ?? 0
    const isInPart = Number(j < countOfPart) & Number(part[j] === row)
    into[kept] = row
    kept += 1 - isInPart
    j += isInPart
  }
  return kept
}

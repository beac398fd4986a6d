import { costs, type Filter } from './filter.ts'

/** Numbers low ≤ x ≤ high, `NaN` not among them; or, if not wanted, all others. */
export function rangeFilter(
  values: Float64Array,
  low: number,
  high: number,
  wanted: boolean,
): Filter {
  const turned = Number(!wanted)
  return {
    cost: costs.comparison,
    scan: (from, to, into) => scan(values, low, high, turned, from, to, into),
    narrow: (rows, count, into) => narrow(values, low, high, turned, rows, count, into),
  }
}

function scan(
  values: Float64Array,
  low: number,
  high: number,
  turned: number,
  from: number,
  to: number,
  into: Uint32Array,
): number {
  let kept = 0
  for (let row = from; row < to; row += 1) {
    const value = values[row] ?? Number.NaN
    into[kept] = row
    kept += (Number(value >= low) & Number(value <= high)) ^ turned
  }
  return kept
}

function narrow(
  values: Float64Array,
  low: number,
  high: number,
  turned: number,
  rows: Uint32Array,
  count: number,
  into: Uint32Array,
): number {
  let kept = 0
  for (let i = 0; i < count; i += 1) {
    const row = rows[i] ?? 0
    const value = values[row] ?? Number.NaN
    into[kept] = row
    kept += (Number(value >= low) & Number(value <= high)) ^ turned
  }
  return kept
}

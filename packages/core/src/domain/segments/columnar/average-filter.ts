import type { AverageCondition } from '../condition.ts'
import { costs, type Filter, narrowing } from './filter.ts'

/** The averages total ÷ count that compare so, none where count is 0; or, if not wanted, all others. */
export function averageFilter(
  totals: Float64Array,
  counts: Float64Array,
  { is, value }: Pick<AverageCondition, 'is' | 'value'>,
  wanted: boolean,
): Filter {
  const { low, high } = differences[is]
  const turned = Number(!wanted)
  return narrowing(costs.arithmetic, (rows, count, into) =>
    narrow(totals, counts, value, low, high, turned, rows, count, into),
  )
}

/**
 * What total − value · count may be. It is an integer, and its sign is right even where the product
 * goes past 2⁵³ and is rounded, for then it lies beyond every safe total.
 */
const differences = {
  '=': { low: 0, high: 0 },
  '<': { low: -Infinity, high: -1 },
  '<=': { low: -Infinity, high: 0 },
  '>': { low: 1, high: Infinity },
  '>=': { low: 0, high: Infinity },
} as const

function narrow(
  totals: Float64Array,
  counts: Float64Array,
  value: number,
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
    const divisor = counts[row] ?? Number.NaN
    const over = (totals[row] ?? Number.NaN) - value * divisor
    into[kept] = row
    kept += (Number(divisor > 0) & Number(over >= low) & Number(over <= high)) ^ turned
  }
  return kept
}

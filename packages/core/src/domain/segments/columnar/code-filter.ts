import { costs, type Filter } from './filter.ts'

/** Rows whose code is marked with 1 in a table of all codes; others hold 0. */
export function codeFilter(codes: Uint32Array, marks: Uint8Array): Filter {
  return {
    cost: costs.comparison,
    scan: (from, to, into) => scan(codes, marks, from, to, into),
    narrow: (rows, count, into) => narrow(codes, marks, rows, count, into),
  }
}

function scan(
  codes: Uint32Array,
  marks: Uint8Array,
  from: number,
  to: number,
  into: Uint32Array,
): number {
  let kept = 0
  for (let row = from; row < to; row += 1) {
    into[kept] = row
    kept += marks[codes[row] ?? 0] ?? 0
  }
  return kept
}

function narrow(
  codes: Uint32Array,
  marks: Uint8Array,
  rows: Uint32Array,
  count: number,
  into: Uint32Array,
): number {
  let kept = 0
  for (let i = 0; i < count; i += 1) {
    const row = rows[i] ?? 0
    into[kept] = row
    kept += marks[codes[row] ?? 0] ?? 0
  }
  return kept
}

import { type Filter, narrowing } from './filter.ts'

/** Rows of which a function says what is wanted. */
export function callFilter(
  cost: number,
  wanted: boolean,
  passes: (row: number) => boolean,
): Filter {
  return narrowing(cost, (rows, count, into) => {
    let kept = 0
    for (let i = 0; i < count; i += 1) {
      const row = rows[i] ?? 0
      into[kept] = row
      kept += Number(passes(row) === wanted)
    }
    return kept
  })
}

/** Whole numbers from the first to the last of each pair, ascending, none of them twice. */
export type Intervals = readonly (readonly [low: number, high: number])[]

export const allNumbers: Intervals = [[-Infinity, Infinity]]

export function intersection(a: Intervals, b: Intervals): Intervals {
  const both: [number, number][] = []
  let [i, j] = [0, 0]
  for (;;) {
    const [one, other] = [a[i], b[j]]
    if (one === undefined || other === undefined) return both
    const [low, high] = [Math.max(one[0], other[0]), Math.min(one[1], other[1])]
    if (low <= high) both.push([low, high])
    if (one[1] < other[1]) i += 1
    else j += 1
  }
}

/** All other numbers. */
export function complement(intervals: Intervals): Intervals {
  const gaps: [number, number][] = []
  let from = -Infinity
  for (const [low, high] of intervals) {
    if (low > from) gaps.push([from, low - 1])
    from = high + 1
  }
  return from === Infinity ? gaps : [...gaps, [from, Infinity]]
}

export function pointsOf(values: readonly number[]): Intervals {
  return [...new Set(values)].sort((a, b) => a - b).map((value) => [value, value])
}

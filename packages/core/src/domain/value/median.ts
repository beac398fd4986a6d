/** Gaps between consecutive instants, given ascending. */
export function gapsBetween(times: readonly number[]): number[] {
  return times.slice(1).map((at, i) => at - (times[i] ?? at))
}

/** The median of whole numbers, of two middle ones their mean rounded down; null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  const upper = sorted[Math.floor(sorted.length / 2)]
  if (lower === undefined || upper === undefined) return null
  // Not their sum, which need not be a safe integer.
  return lower + Math.floor((upper - lower) / 2)
}

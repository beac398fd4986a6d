/** How an average may be compared. */
export type AverageComparison = '=' | '<' | '<=' | '>' | '>='

/**
 * `⌊total / count⌋`, exact for safe integers of any sign and a count > 0.
 *
 * `total / count` itself rounds: a quotient just under an integer can become that integer.
 */
export function floorDivide(total: number, count: number): number {
  const rest = total % count
  const quotient = (total - rest) / count
  return (rest < 0 ? quotient - 1 : quotient) + 0 // −0 becomes 0
}

/** `⌈total / count⌉`, exact for safe integers of any sign and a count > 0. */
export function ceilDivide(total: number, count: number): number {
  const rest = total % count
  const quotient = (total - rest) / count
  return (rest > 0 ? quotient + 1 : quotient) + 0
}

/** Whether `total / count ≥ x`, exactly, for safe integers; false if count is 0 (no average). */
function averageAtLeast(total: number, count: number, x: number): boolean {
  return count > 0 && floorDivide(total, count) >= x
}

/** Whether `total / count > x`, exactly, for safe integers; false if count is 0 (no average). */
function averageMoreThan(total: number, count: number, x: number): boolean {
  return count > 0 && ceilDivide(total, count) > x
}

/** Whether `total / count ≤ x`, exactly, for safe integers; false if count is 0 (no average). */
function averageAtMost(total: number, count: number, x: number): boolean {
  return count > 0 && ceilDivide(total, count) <= x
}

/** Whether `total / count < x`, exactly, for safe integers; false if count is 0 (no average). */
function averageLessThan(total: number, count: number, x: number): boolean {
  return count > 0 && floorDivide(total, count) < x
}

/** Whether `total / count = x`, exactly, for safe integers; false if count is 0 (no average). */
function averageEquals(total: number, count: number, x: number): boolean {
  return averageAtLeast(total, count, x) && averageAtMost(total, count, x)
}

/** Compares `total / count` with `x` exactly; false if count is 0, for there is no average then. */
export function averageCompare(
  total: number,
  count: number,
  is: AverageComparison,
  x: number,
): boolean {
  switch (is) {
    case '=':
      return averageEquals(total, count, x)
    case '<':
      return averageLessThan(total, count, x)
    case '<=':
      return averageAtMost(total, count, x)
    case '>':
      return averageMoreThan(total, count, x)
    case '>=':
      return averageAtLeast(total, count, x)
  }
}

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

/**
 * Compares `total / count` with `x`, exactly, for safe integers; false if count is 0, for there is no
 * average then.
 *
 * A product past 2⁵³ is rounded, to 2⁵³ or more; it lies beyond every safe total then, as the true
 * product does. So the totals are compared as if nothing were rounded.
 */
export function averageCompare(
  total: number,
  count: number,
  is: AverageComparison,
  x: number,
): boolean {
  if (count <= 0) return false
  const atThat = x * count
  switch (is) {
    case '=':
      return total === atThat
    case '<':
      return total < atThat
    case '<=':
      return total <= atThat
    case '>':
      return total > atThat
    case '>=':
      return total >= atThat
  }
}

import type { Comparison, ValueTest } from '../condition.ts'

/** Whole numbers low ≤ x ≤ high; null leaves a side open. */
export interface Bounds {
  readonly low: number | null
  readonly high: number | null
}

/** The whole numbers that a comparison lets through. */
export function boundsOf(is: Comparison, value: number): Bounds {
  switch (is) {
    case '=':
      return { low: value, high: value }
    case '<':
      return { low: null, high: value - 1 }
    case '<=':
      return { low: null, high: value }
    case '>':
      return { low: value + 1, high: null }
    case '>=':
      return { low: value, high: null }
  }
}

/** The test whether a value lies in bounds. */
export function testOf({ low, high }: Bounds): ValueTest {
  if (low === null) return { is: '<=', value: high ?? Number.MAX_SAFE_INTEGER }
  return high === null ? { is: '>=', value: low } : { is: 'between', low, high }
}

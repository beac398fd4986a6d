import type { CustomerView } from '../customer-view.ts'
import type { Judge } from './judge.ts'

/** What a column may hold. */
export type Value = string | number | null

/**
 * One column in the few tests that most predicates are made of. Every column has functions of its
 * own, written out: each loads its property from a fixed place and is one call, while `row[name]` in
 * a shared function, or a shared test that calls for the value, is several times slower.
 */
export interface ColumnReader {
  readonly read: (view: CustomerView) => Value
  /** Whether the column equals the value, which may be null; or, if not wanted, does not. */
  readonly equals: (value: Value, wanted: boolean) => Judge
  /** For integers: whether low ≤ x ≤ high, which a missing value is not; or, if not wanted, is not so. */
  readonly lies?: (low: number, high: number, wanted: boolean) => Judge
}

export function within(value: number | null, low: number, high: number): boolean {
  return value !== null && value >= low && value <= high
}

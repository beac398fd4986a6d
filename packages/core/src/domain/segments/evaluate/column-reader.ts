import type { CustomerView } from '../customer-view.ts'
import type { Judge, Next } from './judge.ts'

/** What a column may hold. */
export type Value = string | number | null

/**
 * One column in the few tests that most predicates are made of. Every column has functions of its
 * own, written out: each loads its property from a fixed place and is one call, while `row[name]` in
 * a shared function, or a shared test that calls for the value, is several times slower.
 */
export type ColumnReader = TextReader | NumberReader

interface Reader<V extends Value> {
  readonly read: (view: CustomerView) => V | null
  /** Goes on by whether the column equals the value, which may be null. */
  readonly equals: (value: Value, pass: Next, fail: Next) => Judge
  /** Goes on by whether the column is one of the values. */
  readonly among: (values: ReadonlySet<Value>, pass: Next, fail: Next) => Judge
}

export interface TextReader extends Reader<string> {
  readonly lies?: undefined
}

/** A column of integers. */
export interface NumberReader extends Reader<number> {
  /** Goes on by whether low ≤ x ≤ high, which a missing value is not. */
  readonly lies: (low: number, high: number, pass: Next, fail: Next) => Judge
}

export function within(value: number | null, low: number, high: number): boolean {
  return value !== null && value >= low && value <= high
}

import type { Condition, ValueTest } from '../../condition.ts'
import type { LeafPredicate } from '../../predicate.ts'
import type { Bound } from './motion.ts'

/** A leaf of a predicate, and where it stands: `path` as in errors and explanations. */
export interface Leaf {
  readonly path: string
  readonly predicate: LeafPredicate
}

/** A predicate as what it says of variables, each of which a customer has one value of. */
export type Formula =
  | { readonly op: 'all' | 'any'; readonly of: readonly Formula[] }
  | { readonly op: 'not'; readonly of: Formula }
  | { readonly op: 'atLeast'; readonly count: number; readonly of: readonly Formula[] }
  | Literal

/** The least part of a formula, and what engines see of it. */
export interface Literal {
  readonly op: 'literal'
  readonly constraint: Constraint
  readonly condition: Condition
  readonly leaf: Leaf
}

/** What a literal says of one variable. */
export type Constraint =
  | RangeConstraint
  | { readonly kind: 'numbers'; readonly variable: string; readonly values: readonly number[] }
  | TestConstraint
  | { readonly kind: 'missing'; readonly variable: string }
  | { readonly kind: 'flag'; readonly variable: string }

/** A whole number, which lies between the bounds. */
export interface RangeConstraint {
  readonly kind: 'range'
  readonly variable: string
  readonly low: Bound | null
  readonly high: Bound | null
}

/** The value, or where there may be several some value, passes a test in one of its forms. */
export interface TestConstraint {
  readonly kind: 'test'
  readonly variable: string
  readonly form: string
  readonly test: ValueTest
}

/** What is known of a variable whatever the customer. */
export interface VariableFacts {
  /** There always is a value. */
  readonly required: boolean
  /** There may be several values. */
  readonly several: boolean
  readonly least: number | null
  readonly most: number | null
  /** A value never lies after now: after this instant, or of dates of birth after today. */
  readonly past: 'instant' | 'birth' | null
  /** The only values that there are. */
  readonly choices: readonly string[] | null
}

export const nothingKnown: VariableFacts = {
  required: false,
  several: false,
  least: null,
  most: null,
  past: null,
  choices: null,
}

export const everybody: Formula = { op: 'all', of: [] }
export const nobody: Formula = { op: 'any', of: [] }

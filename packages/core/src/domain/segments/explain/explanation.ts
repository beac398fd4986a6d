import type { LeafPredicate } from '../predicate.ts'
import type { Actual } from './actual.ts'

/** Why a predicate holds for a customer at an instant, or does not. */
export interface Explanation {
  readonly holds: boolean
  /** The predicate, part by part. */
  readonly root: ExplainedPart
  /**
   * Few leaves that decide: whatever the others were, the verdict would be this one, and none of these
   * can be left out. Leaves that say the same are one, and here once; others count as independent of
   * each other, even where one follows from the other.
   */
  readonly because: readonly ExplainedLeaf[]
}

/** A part of a predicate with its verdict. `path` says where it stands in the JSON form, as in errors. */
export type ExplainedPart =
  | ExplainedList
  | ExplainedCount
  | ExplainedNegation
  | ExplainedSegment
  | ExplainedLeaf

interface Explained {
  readonly path: string
  readonly holds: boolean
}

export interface ExplainedList extends Explained {
  readonly kind: 'all' | 'any'
  readonly of: readonly ExplainedPart[]
}

export interface ExplainedCount extends Explained {
  readonly kind: 'atLeast'
  readonly count: number
  readonly of: readonly ExplainedPart[]
}

export interface ExplainedNegation extends Explained {
  readonly kind: 'not'
  readonly of: ExplainedPart
}

/** A saved segment, and its definition part by part. */
export interface ExplainedSegment extends Explained {
  readonly kind: 'segment'
  /** Id of the segment. */
  readonly segment: string
  readonly of: ExplainedPart
}

export interface ExplainedLeaf extends Explained {
  readonly kind: 'leaf'
  readonly predicate: LeafPredicate
  readonly actual: Actual
}

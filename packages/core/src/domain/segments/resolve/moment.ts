import type { DeclaredAttribute, DefinedSegment } from '../catalogue.ts'

/** When and where a predicate is asked. */
export interface Moment {
  /** Epoch milliseconds of the years 1970 to 9999. */
  readonly now: number
  /** IANA name. */
  readonly timeZone: string
  /** What the segments mean that it names; needed only where it names any. */
  readonly segments?: readonly DefinedSegment[]
  /** What the shop declared; explanations show values of its attributes by their types. */
  readonly attributes?: readonly DeclaredAttribute[]
}

import type { Criterion } from '../../change/change.ts'
import type { IdentityKind } from '../../customers/rows.ts'
import type { ScoreColumn } from '../../scores/rows.ts'
import type { ColumnRef } from '../condition.ts'
import type { FieldType, FieldTypes, KnownFieldName } from './field-types.ts'

/** A criterion as data: what predicates may say of it, and where its value lies. */
export interface Field {
  readonly type: FieldType
  readonly reads: Reads
  /** A change of this kind may change the answer. */
  readonly dependsOn: Criterion
  /** Whether a customer may have no value. */
  readonly optional: boolean
  /** An instant that may lie after now; all others are past. */
  readonly mayLieAhead?: true
  /** The words of a `choice`. */
  readonly choices?: readonly string[]
}

/** Where a value lies. */
export type Reads =
  | { readonly from: 'column'; readonly column: ColumnRef }
  | { readonly from: 'folded'; readonly folded: ColumnRef; readonly written: ColumnRef }
  | { readonly from: 'identity'; readonly kind: IdentityKind }
  | { readonly from: 'attribute'; readonly field: string }
  | { readonly from: 'score'; readonly column: ScoreColumn }
  | { readonly from: 'average'; readonly total: ColumnRef; readonly count: ColumnRef }
  /** Made of several columns by a rule of its own. */
  | { readonly from: 'rule'; readonly rule: Rule }

export type Rule =
  | 'age'
  | 'birthday'
  | 'firstPurchaseAnniversary'
  | 'loyalty'
  | 'productive'
  | 'overdueBalance'
  | 'emailBounced'
  | 'archived'
  | 'blacklisted'
  | 'optedOut'

/** Fields by name, each of the type that {@link FieldTypes} gives it. */
export type FieldsOf<N extends KnownFieldName> = {
  readonly [F in N]: Field & { readonly type: FieldTypes[F] }
}

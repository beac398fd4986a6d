import type { Keys, Rows, TableName } from './rows.ts'

/** Rows to write. New rows go to `insert`, where a key that exists already is a conflict. */
export interface RowChanges {
  readonly insert: { readonly [T in TableName]?: readonly Rows[T][] }
  /** Whole rows that replace the one with their key, or begin it. */
  readonly put: { readonly [T in TableName]?: readonly Rows[T][] }
  readonly remove: { readonly [T in TableName]?: readonly Keys[T][] }
}

/** What is written about a customer, by kind; segments and rule tags name what they depend on with these. */
export type Criterion =
  | 'profile'
  | 'identities'
  | 'attributes'
  | 'facts'
  | 'purchases'
  | 'payments'
  | 'interactions'
  | 'windows'
  | 'groups'
  | 'tags'
  | 'labels'
  | 'consents'
  | 'scores'
  | 'memberships'

/** What a use case decided: the rows, whom they touch, and what about them changed. */
export interface Change extends RowChanges {
  readonly touched: ReadonlySet<string>
  readonly criteria: ReadonlySet<Criterion>
}

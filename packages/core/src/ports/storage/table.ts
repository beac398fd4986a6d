import type { Rows, TableName } from '../../domain/change/rows.ts'

/** A column's type; a trailing `?` allows null. Integers are safe integers, reals finite doubles. */
export type ColumnType = 'text' | 'text?' | 'integer' | 'integer?' | 'real' | 'real?'

type ColumnOf<V> = null extends V
  ? Exclude<V, null> extends string
    ? 'text?'
    : 'integer?' | 'real?'
  : V extends string
    ? 'text'
    : 'integer' | 'real'

/** A table as data: its columns, its key after the shop id, and its indexes. */
export interface Table<T extends TableName> {
  readonly columns: { readonly [C in keyof Rows[T] & string]: ColumnOf<Rows[T][C]> }
  readonly key: readonly (keyof Rows[T] & string)[]
  /** Further indexes, each with the shop id before its columns. */
  readonly indexes: Readonly<Record<string, Index<T>>>
  /**
   * A column that the storage numbers in the order of commits: a new row gets the number behind the
   * highest there is, 1 at first, so that whoever has seen a number misses none below it. A row that is
   * put keeps its number. The row with the highest number is never removed: its number would be given
   * again.
   */
  readonly sequence?: keyof Rows[T] & string
}

export interface Index<T extends TableName> {
  readonly columns: readonly (keyof Rows[T] & string)[]
  readonly unique?: true
  /** Only rows in which this column is not null are in the index. */
  readonly present?: keyof Rows[T] & string
}

export type Tables = { readonly [T in TableName]: Table<T> }

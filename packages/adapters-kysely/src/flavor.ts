import type { ColumnType, TransactionMode } from '@langganan/core/storage'
import type { Expression, RawBuilder, SqlBool } from 'kysely'
import type { SideBySide } from './side-by-side.ts'

/** A column's type without its nullability. */
export type CellType = 'text' | 'integer' | 'real'

/**
 * What the failure of a statement means, whatever the driver calls it.
 *
 * - `busy`: another writer held on for longer than the database waits.
 * - `conflict`: a key or a unique name is taken.
 * - `overflow`: a sum left the exact range of integers.
 * - `retry`: the database undid the transaction for the sake of another one; begun again it may pass.
 * - `lost`: the connection is gone, and whatever transaction it had is undone, unless it was committing.
 */
export type FailureKind = 'busy' | 'conflict' | 'overflow' | 'retry' | 'lost' | 'other'

/** What differs between databases; everything else is the same SQL for all. */
export interface SqlFlavor {
  /** Name of the storage in messages: `sqlite`. */
  readonly name: string
  readonly columnTypes: Readonly<Record<CellType, RawBuilder<unknown>>>
  /** What follows the closing bracket of `create table`. */
  readonly tableOptions: RawBuilder<unknown>
  /**
   * How an insert of new rows begins that may leave those before a failing one behind, where that is
   * cheaper: the whole transaction is undone then.
   */
  readonly insertInto: RawBuilder<unknown>
  /**
   * Statements that begin a transaction. A `read` one must see one instant. Where {@link sideBySide} is
   * null, `write` and `alone` wait for other writers here or never; elsewhere they see with each
   * statement what was committed before it.
   */
  readonly begin: Readonly<Record<TransactionMode, string>>
  /** How writers of one shop run at once; null where one writer at a time is let in. */
  readonly sideBySide: SideBySide | null
  /** A value as one side of a comparison; its type is said because a parameter has none. */
  value(value: string | number | null, type: CellType): RawBuilder<unknown>
  /** A select of the rows of a JSON array of arrays, with one unnamed column per type. */
  jsonRows(json: Expression<string>, types: readonly CellType[]): RawBuilder<unknown>
  /** A select of the values of a JSON array. */
  jsonValues(json: Expression<string>, type: CellType): RawBuilder<unknown>
  /** Whether a text holds another, compared sign by sign; the database's LIKE and collation take no part. */
  contains(text: RawBuilder<unknown>, part: string): RawBuilder<SqlBool>
  /** Whether a text ends with another, compared sign by sign. */
  endsWith(text: RawBuilder<unknown>, end: string): RawBuilder<SqlBool>
  /** A select of one row if the table exists, of none otherwise. */
  tableExists(table: string): RawBuilder<unknown>
  /** What the database wants done once a migration has made tables and indexes; the prefix is theirs. */
  afterMigration(prefix: string): readonly RawBuilder<unknown>[]
  failureKind(error: unknown): FailureKind
}

/** The type of a column and whether it may be null. */
export function cellType(type: ColumnType): {
  readonly type: CellType
  readonly nullable: boolean
} {
  switch (type) {
    case 'text':
    case 'integer':
    case 'real':
      return { type, nullable: false }
    case 'text?':
      return { type: 'text', nullable: true }
    case 'integer?':
      return { type: 'integer', nullable: true }
    case 'real?':
      return { type: 'real', nullable: true }
  }
}

import type { ColumnType, TransactionMode } from '@langganan/core/storage'
import type { RawBuilder, SqlBool } from 'kysely'
import type { Place } from './names.ts'
import type { SideBySide } from './side-by-side.ts'
import type { Spread } from './spread.ts'

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
 * - `forgotten`: the connection no longer has what was prepared on it; on another one it may pass.
 * - `unreachable`: there is no connection to be had.
 * - `forbidden`: the user of the connection lacks a right.
 */
export type FailureKind =
  | 'busy'
  | 'conflict'
  | 'overflow'
  | 'retry'
  | 'lost'
  | 'forgotten'
  | 'unreachable'
  | 'forbidden'
  | 'other'

/** The halves of a message about a failure. */
export interface Advice {
  /** What happened, behind the name of the storage: `has no connection left`. */
  readonly cause: string
  /** What to do about it, as a sentence. */
  readonly fix: string
}

/** How lists reach a database: one parameter for values, as many as it takes for rows. */
export interface ListFlavor {
  /** What is bound for a list of values. */
  values(values: readonly unknown[], type: CellType): unknown
  /** Whether a value is among a list that is bound as {@link ListFlavor.values} says. */
  holds(value: RawBuilder<unknown>, list: RawBuilder<unknown>, type: CellType): RawBuilder<SqlBool>
  /** What is bound for rows of cells, in the order in which {@link ListFlavor.select} has them. */
  rows(rows: readonly (readonly unknown[])[], types: readonly CellType[]): readonly unknown[]
  /** A select of rows that are bound later, with one unnamed column per type. */
  select(types: readonly CellType[]): RawBuilder<unknown>
}

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
  /** How rows are spread over servers by their shops; null where one server has them all. */
  readonly spread: Spread | null
  /** A value as one side of a comparison; its type is said because a parameter has none. */
  value(value: string | number | null, type: CellType): RawBuilder<unknown>
  readonly lists: ListFlavor
  /**
   * Whether an id is, or is not, among the `customer_id`s that a select gives, in whatever way the
   * database stays quick at where the select gives many.
   */
  isAmong(
    id: RawBuilder<unknown>,
    customers: RawBuilder<unknown>,
    wanted: boolean,
  ): RawBuilder<SqlBool>
  /** Whether a text holds another, compared sign by sign; the database's LIKE and collation take no part. */
  contains(text: RawBuilder<unknown>, part: string): RawBuilder<SqlBool>
  /** Whether a text ends with another, compared sign by sign. */
  endsWith(text: RawBuilder<unknown>, end: string): RawBuilder<SqlBool>
  /** What is written behind a column of an index that may be null, so that nulls come first in it. */
  readonly nullsFirst: RawBuilder<unknown>
  /** A select of one row if the table exists, of none otherwise. */
  tableExists(table: string, schema: string | undefined): RawBuilder<unknown>
  /**
   * What a migration begins with in its transaction, before it looks at what is there: whatever keeps
   * other migrations out, if beginning to write does not.
   */
  beforeMigration(place: Place): readonly RawBuilder<unknown>[]
  /** What the database wants done once a migration has made tables and indexes; the prefix is theirs. */
  afterMigration(prefix: string): readonly RawBuilder<unknown>[]
  failureKind(error: unknown): FailureKind
  /**
   * What happened and what to change, where the kind of the failure alone does not tell it. Nothing
   * more is known if it is absent.
   */
  readonly advice?: (error: unknown) => Advice | undefined
  /**
   * Whether the error of a commit says for certain that nothing was kept: the database answered, and
   * refused. Of a lost connection, a driver that gave up waiting or a disk that failed nobody can tell.
   */
  refusedCommit(error: unknown): boolean
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

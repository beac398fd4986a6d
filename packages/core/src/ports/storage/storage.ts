import type { RowChanges } from '../../domain/change/change.ts'
import type { Cell, Keys, Rows, TableName } from '../../domain/change/rows.ts'
import type { ColumnRef, Condition } from '../../domain/segments/condition.ts'
import type { Reports } from './reports.ts'

/**
 * What a transaction is for.
 *
 * - `read` sees one instant and writes nothing.
 * - `write` may run beside other writers of the shop. What it changes of a customer it holds by `lock`
 *   first; what every writer reads, such as the definition of a segment, it leaves as it is.
 * - `alone` runs while nobody else writes in the shop, and may change all of it.
 */
export type TransactionMode = 'read' | 'write' | 'alone'

/** Keeps rows and answers questions about them; decides nothing. */
export interface Storage {
  /** For messages: `memory`, `sqlite`, `postgres`. */
  readonly name: string
  /** Ids of the shops that the storage holds, ascending. */
  shopIds(): Promise<readonly string[]>
  /**
   * Runs the work in one transaction that sees and writes one shop only. What it wrote is kept when
   * the promise fulfils and undone when it rejects. After an attempt that was undone it may begin the
   * work again, so the work changes nothing outside of it but what it begins anew itself.
   *
   * A writer that waited sees what the others committed meanwhile, with every read anew. A storage
   * that lets one writer in at a time treats `write` and `alone` alike.
   *
   * @throws LanggananError `STORAGE_OUTCOME_UNKNOWN` if nobody can tell whether it committed
   */
  transaction<T>(
    shopId: string,
    mode: TransactionMode,
    work: (tx: StorageTransaction) => Promise<T>,
  ): Promise<T>
  /**
   * The same storage inside a transaction that the host began and will end; absent where there is no
   * such thing. Each transaction of it is a savepoint: never begun again by itself, one at a time in the
   * order of arrival, kept if the host commits and undone with whatever the host rolls back. What it
   * holds against others it holds until the host's transaction ends. Closing it closes nothing.
   *
   * @throws LanggananError `INVALID_INPUT` for what is no such transaction
   */
  within?(hostTransaction: unknown): Storage
  close(): Promise<void>
}

/**
 * One shop inside one transaction. After a call failed, the transaction can only be undone: a database
 * may have ended it already, even if the error is caught.
 */
export interface StorageTransaction {
  /** The rows with these keys, in any order, absent ones left out. */
  get<T extends TableName>(table: T, keys: readonly Keys[T][]): Promise<readonly Rows[T][]>
  /**
   * The rows whose index begins with one of these values, in the order of the index for each prefix.
   * `key` names the table's own key. Rows that an index with `present` leaves out are not found by it.
   */
  find<T extends TableName>(
    table: T,
    index: string,
    prefixes: readonly (readonly Cell[])[],
  ): Promise<readonly Rows[T][]>
  /** Rows in the order of their keys, after a key. */
  scan<T extends TableName>(
    table: T,
    after: Keys[T] | null,
    limit: number,
  ): Promise<readonly Rows[T][]>
  /**
   * Holds these customers against other writers until the transaction ends; those that are no more
   * are passed over. What was read of them before may have changed meanwhile. In `alone` there is
   * nobody to hold them against.
   */
  lock(customerIds: readonly string[]): Promise<void>
  /**
   * Removals come first, then replacements, then new rows, each in the order given. New rows of a
   * table with a `sequence` may be kept back until the commit, where they get their numbers: who wrote
   * some does not read that table after it. Those that are put keep the numbers that they have. After
   * it failed the transaction can only be undone, even if the error is caught.
   *
   * @throws LanggananError `STORAGE_CONFLICT` if a key or a unique name is taken.
   */
  apply(changes: RowChanges): Promise<void>
  /** Customers that satisfy a condition, sorted; missing values last, ties by id. */
  members(question: MembersQuestion): Promise<readonly Member[]>
  count(where: Condition): Promise<number>
  report<K extends keyof Reports>(
    kind: K,
    question: Reports[K]['question'],
  ): Promise<Reports[K]['answer']>
}

export interface MembersQuestion {
  readonly where: Condition
  /** Only these customers are judged; absent for all. */
  readonly among?: readonly string[]
  /** Absent: by id. */
  readonly sort?: Sort
  /** Continue behind this member. */
  readonly after?: Member
  readonly limit: number
}

export interface Sort {
  readonly column: ColumnRef
  readonly direction: 'ascending' | 'descending'
}

export interface Member {
  readonly id: string
  /** Value of the sort column; the id where there is no sort. */
  readonly value: Cell
}

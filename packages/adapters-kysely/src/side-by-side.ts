import type { RawBuilder } from 'kysely'

/**
 * How a database lets writers of one shop run side by side. What a statement here holds it holds until
 * the transaction ends, without a word, and none of them waits for long but for those whom it says.
 *
 * A `write` begins, holds the shop with others, locks the customers that it reads and changes, and
 * holds the numbers last, for its events. An `alone` begins and holds the shop for itself; it locks
 * nobody. So numbers are held for two statements and a commit, and are in the order of commits.
 */
export interface SideBySide {
  /** Waits for whoever is alone in the shop, and keeps out those who want to be; lets other writers go on. */
  holdWithOthers(shop: ShopInSql): RawBuilder<unknown>
  /** Waits for every writer of the shop, and keeps all others out. */
  holdAlone(shop: ShopInSql): RawBuilder<unknown>
  /** Waits for whoever numbers events of the shop, and keeps others from it. */
  holdNumbers(shop: ShopInSql): RawBuilder<unknown>
  /**
   * What follows a select of customers, sorted by id, so that their rows are held against others who
   * select them so. They wait for no longer than the row is there: of one that was removed meanwhile
   * there is nothing to hold.
   */
  readonly forRows: RawBuilder<unknown>
}

/**
 * The row of the shop, for statements that lead to the one place that keeps it. A shop that is about
 * to be set up has no row yet and is held by nobody: of two who set it up, one finds its key taken.
 */
export interface ShopInSql {
  readonly table: RawBuilder<unknown>
  /** The column that holds the shop's id. */
  readonly id: RawBuilder<string>
  /** Whether a row is the shop's. Binds the shop, so it stands in a statement once. */
  readonly isShop: RawBuilder<unknown>
}

import type { EventType } from '../domain/history/rows.ts'
import type { Attributes } from './attributes/attributes.ts'
import type { Categories } from './categories/categories.ts'
import type { Conflicts } from './conflicts/conflicts.ts'
import type { Consents } from './consents/consents.ts'
import type { Customers } from './customers/customers.ts'
import type { DeadLetters } from './dead-letters/dead-letters.ts'
import type { Groups } from './groups/groups.ts'
import type { EventOf, Events } from './history/history.ts'
import type { Interactions } from './interactions/interactions.ts'
import type { Tick } from './kept/tick.ts'
import type { Ticking, TickingOptions } from './kept/ticking.ts'
import type { Labels } from './labels/labels.ts'
import type { Messages } from './messages/messages.ts'
import type { OrderDrafts } from './order-drafts/order-drafts.ts'
import type { Reports } from './reports/reports.ts'
import type { Scores } from './scores/scores.ts'
import type { Segments } from './segments/segments.ts'
import type { Tags } from './tags/tags.ts'
import type { Transactions } from './transactions/transactions.ts'
import type { ShopConfig } from './unit-of-work.ts'
import type { Value } from './value/value.ts'
import type { Verification } from './verify/verify.ts'
import type { Views } from './views/views.ts'

/**
 * One shop's customer database. Every call is one transaction, done whole or not at all; only
 * `messages.send` is a series of them, for a message on its way can be in none.
 */
export interface Shop extends ShopConfig {
  readonly customers: Customers
  readonly conflicts: Conflicts
  readonly deadLetters: DeadLetters
  readonly transactions: Transactions
  readonly drafts: OrderDrafts
  readonly interactions: Interactions
  readonly messages: Messages
  readonly groups: Groups
  readonly tags: Tags
  readonly labels: Labels
  readonly categories: Categories
  readonly attributes: Attributes
  readonly segments: Segments
  readonly views: Views
  readonly consents: Consents
  readonly scores: Scores
  readonly value: Value
  readonly reports: Reports
  readonly events: Events
  /**
   * Calls back after a commit of this process, best effort; the log behind `events` is the truth.
   * Answers a function that ends it. Nobody waits for a listener. What it throws or rejects with goes
   * to `onListenerError` of `openShop`, without that to `console.error`: the call is done and the
   * process goes on.
   *
   * @example
   * ```ts
   * const end = shop.on('payment.recorded', async ({ data }) => {
   *   const { amount, method } = await shop.transactions.payment(data.payment)
   *   console.log(amount, method)
   * })
   * ```
   */
  on<E extends EventType>(type: E, listener: (event: EventOf<E>) => void): () => void
  /** The same shop with another name in the log. */
  as(actor: string): Shop
  /**
   * The same shop inside a database transaction of the host's own, so that what the shop writes and
   * what the host writes is there together or not at all. Each call is a savepoint: kept if the host
   * commits, undone alone if it throws, after which the transaction goes on. Calls wait for each other;
   * none begins again by itself, and listeners hear nothing of them, so follow `events`. Closing it
   * closes nothing.
   *
   * What a transaction is the storage says: that of a Kysely database; a client of `pg` on which
   * `begin` was run; a connection of better-sqlite3 or `node:sqlite` on which `begin immediate` was.
   *
   * @throws LanggananError `INVALID_INPUT` for what is no such transaction, or if the storage has none
   *
   * @example
   * ```ts
   * host.exec('begin immediate')
   * await shop.within(host).customers.add({ name: 'Sari' })
   * host.exec('commit')
   * ```
   */
  within(transaction: object): Shop
  /**
   * Lets time go on for what is kept up: whoever came to belong to a tracked segment or to have the
   * tag of a rule since the last tick, or ceased to, does so with the true instant. How often ticks
   * run makes no difference to what is recorded, only to when.
   */
  tick(): Promise<Tick>
  /** Ticks now, and again and again until it is stopped or the shop is closed. */
  start(options: TickingOptions): Ticking
  /**
   * Recomputes facts, label times, consents, members of tracked segments, rule tags and counts;
   * answers how many rows were wrong, 0 on a shop in order.
   */
  rebuild(): Promise<number>
  /**
   * Looks the whole shop through and writes nothing: facts, label times, consents, members, rule tags
   * and counts against what a rebuild comes to; entries, balances and allocations against the
   * postings; and whether each row belongs to something that is there. On a shop in order it finds
   * nothing.
   */
  verify(): Promise<Verification>
  /** Closes the storage that the shop was opened with. */
  close(): Promise<void>
}

import type { RawBuilder } from 'kysely'
import type { Place } from './names.ts'

/**
 * How a database spreads rows over servers by the shop that they are of. All tables are spread alike,
 * so that the rows of a shop lie on one server, whatever table they are in.
 */
export interface Spread {
  /** @throws LanggananError if the database cannot do it, or cannot do it safely. */
  check(ask: AskNames): Promise<void>
  /** A select of the names, as `name`, of the tables at a place that are spread already. */
  spreadTables(place: Place): RawBuilder<unknown>
  /**
   * Spreads a table by a column, whatever rows it has. Those of one shop go where those in the table
   * `beside` are; null for the first table, which goes by itself.
   */
  spread(table: string, column: string, beside: string | null): RawBuilder<unknown>
}

/** Runs a select whose rows have a `name`. */
export type AskNames = (
  statement: RawBuilder<unknown>,
) => Promise<readonly { readonly name: string }[]>

import type { LanggananError } from '@langganan/core/storage'
import type { RawBuilder } from 'kysely'
import type { Place } from './names.ts'

/**
 * How a database spreads rows over servers by the shop that they are of. All tables are spread alike,
 * so that the rows of a shop lie on one server, whatever table they are in.
 */
export interface Spread {
  /** A select of one row if the database can do it, of none otherwise. */
  readonly isThere: RawBuilder<unknown>
  /** A select of the names, as `name`, of the tables at a place that are spread already. */
  spreadTables(place: Place): RawBuilder<unknown>
  /**
   * Spreads a table by a column, whatever rows it has. Those of one shop go where those in the table
   * `beside` are; null for the first table, which goes by itself.
   */
  spread(table: string, column: string, beside: string | null): RawBuilder<unknown>
  /** What is thrown where the database cannot do it. */
  missing(): LanggananError
}

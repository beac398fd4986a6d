import type { RawBuilder } from 'kysely'
import type { SqlFlavor } from '../flavor.ts'
import type { Place } from '../names.ts'

/** What the statements of a migration are written with. */
export interface MigrationContext extends Place {
  readonly flavor: SqlFlavor
}

/** A step of the schema's history. Once released it never changes. */
export interface Migration {
  readonly name: string
  statements(context: MigrationContext): readonly RawBuilder<unknown>[]
}

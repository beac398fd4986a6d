import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { Place } from '../src/place.ts'
import { temporaryFolder } from './temporary-folder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of a database that tests may fill as they like. */
    readonly postgres: string
  }
}

/** Where a file is that is not there yet; it goes when the test ends. */
export function newSqlitePlace(): Place {
  return { kind: 'sqlite', filename: join(temporaryFolder(), 'shop.db') }
}

/** A schema that is not there yet. */
export function newPostgresPlace(): Place {
  return {
    kind: 'postgres',
    connectionString: inject('postgres'),
    schema: `t${randomBytes(8).toString('hex')}`,
  }
}

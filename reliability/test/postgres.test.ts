import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { processLaws } from './process-laws.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of a database that tests may fill as they like. */
    readonly postgres: string
  }
}

processLaws({
  name: 'Postgres',
  newPlace: () => ({
    kind: 'postgres',
    connectionString: inject('postgres'),
    schema: `t${randomBytes(8).toString('hex')}`,
  }),
  // Its server was not stopped, so nothing of its own can have been torn.
  isSound: async () => true,
})

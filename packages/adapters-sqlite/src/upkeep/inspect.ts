import type { Kysely } from 'kysely'
import { type RunSql, runOn } from './run-on.ts'

/** How a database stands as a file, whatever its rows say. */
export interface SqliteCondition {
  /** Whether SQLite finds nothing wrong with pages, indexes and column types. */
  readonly sound: boolean
  /** What it finds, the first twenty. */
  readonly problems: readonly string[]
  /** The connection's settings, as SQLite has them. */
  readonly settings: Readonly<Record<string, string | number>>
}

const settings = [
  'journal_mode',
  'synchronous',
  'foreign_keys',
  'trusted_schema',
  'busy_timeout',
] as const

export function inspect(db: Kysely<unknown>): Promise<SqliteCondition> {
  return runOn(db, 'inspecting the database', async (run) => {
    const problems = await integrityProblems(run, 'main')
    const found: Record<string, string | number> = {}
    for (const name of settings) {
      const [row] = await run<Readonly<Record<string, string | number>>>(`pragma ${name}`)
      for (const value of Object.values(row ?? {})) found[name] = value
    }
    return { sound: problems.length === 0, problems, settings: found }
  })
}

/** What SQLite's own check says of a database of the connection. */
export async function integrityProblems(run: RunSql, schema: string): Promise<readonly string[]> {
  const rows = await run<Readonly<Record<string, string>>>(`pragma ${schema}.integrity_check(20)`)
  return rows.flatMap((row) => Object.values(row)).filter((said) => said !== 'ok')
}

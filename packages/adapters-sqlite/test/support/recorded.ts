import Database from 'better-sqlite3'
import type { BetterSqlite3Connection } from '../../src/index.ts'

/** A run of a statement. */
export interface Run {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

export interface Recorded {
  readonly connection: BetterSqlite3Connection
  readonly database: Database.Database
  /** Every statement prepared, in order. */
  readonly statements: string[]
  readonly runs: Run[]
}

/** A host's connection in memory that writes down what is asked of it. */
export function recorded(): Recorded {
  const database = new Database(':memory:')
  const statements: string[] = []
  const runs: Run[] = []
  const connection: BetterSqlite3Connection = {
    get inTransaction() {
      return database.inTransaction
    },
    prepare(sql) {
      statements.push(sql)
      const statement = database.prepare(sql)
      const note = (parameters: readonly unknown[]): void => {
        runs.push({ sql, parameters: parameters.flat() })
      }
      return {
        reader: statement.reader,
        safeIntegers: (on) => statement.safeIntegers(on),
        all(...parameters) {
          note(parameters)
          return statement.all(...parameters)
        },
        run(...parameters) {
          note(parameters)
          return statement.run(...parameters)
        },
      }
    },
    close: () => database.close(),
  }
  return { connection, database, statements, runs }
}

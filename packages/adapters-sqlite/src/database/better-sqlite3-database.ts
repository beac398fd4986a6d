import type { SqliteDatabase, SqliteStatement } from './sqlite-database.ts'

/** What is used of a better-sqlite3 connection. */
export interface BetterSqlite3Connection {
  readonly inTransaction: boolean
  prepare(sql: string): BetterSqlite3Statement
  close(): unknown
}

interface BetterSqlite3Statement {
  readonly reader: boolean
  all(...parameters: unknown[]): unknown[]
  run(...parameters: unknown[]): { readonly changes: number | bigint }
  safeIntegers(on: boolean): unknown
}

export function betterSqlite3Database(connection: BetterSqlite3Connection): SqliteDatabase {
  return {
    get isInTransaction() {
      return connection.inTransaction
    },
    prepare: (sql) => statementOf(connection.prepare(sql)),
    close: () => void connection.close(),
  }
}

function statementOf(statement: BetterSqlite3Statement): SqliteStatement {
  // A host may have turned bigints on for its connection; our rows hold numbers.
  if (statement.reader) statement.safeIntegers(false)
  return {
    isReader: statement.reader,
    all: (parameters) => statement.all(withIntegers(parameters)),
    run: (parameters) => statement.run(withIntegers(parameters)).changes,
    runEach(rows) {
      for (const row of rows) statement.run(row)
    },
  }
}

/** The driver binds numbers beyond 32 bits as doubles, with which SQL would compute inexactly. */
export function withIntegers(parameters: readonly unknown[]): readonly unknown[] {
  return parameters.some(isLong)
    ? parameters.map((each) => (isLong(each) ? BigInt(each) : each))
    : parameters
}

function isLong(value: unknown): value is number {
  return typeof value === 'number' && (value | 0) !== value && Number.isSafeInteger(value)
}

import type { SqliteDatabase, SqliteStatement } from './sqlite-database.ts'

/** What is used of a `node:sqlite` connection. */
export interface NodeSqliteConnection {
  readonly isTransaction: boolean
  prepare(sql: string): NodeSqliteStatement
  close(): void
}

type Bindable = string | number | bigint | null

interface NodeSqliteStatement {
  all(...parameters: Bindable[]): unknown[]
  run(...parameters: Bindable[]): { readonly changes: number | bigint }
  columns(): readonly unknown[]
  setReadBigInts(on: boolean): void
}

export function nodeSqliteDatabase(connection: NodeSqliteConnection): SqliteDatabase {
  return {
    get isInTransaction() {
      return connection.isTransaction
    },
    prepare: (sql) => statementOf(connection.prepare(sql)),
    close: () => connection.close(),
  }
}

function statementOf(statement: NodeSqliteStatement): SqliteStatement {
  statement.setReadBigInts(false)
  return {
    isReader: statement.columns().length > 0,
    all: (parameters) => statement.all(...parameters.map(bindable)),
    run: (parameters) => statement.run(...parameters.map(bindable)).changes,
    runEach(rows) {
      for (const row of rows) statement.run(...row.map(storable))
    },
  }
}

/** The driver binds every number as a double, with which SQL would compute inexactly. */
function bindable(value: unknown): Bindable {
  return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : storable(value)
}

function storable(value: unknown): Bindable {
  if (typeof value === 'number') return value
  if (typeof value === 'string' || typeof value === 'bigint' || value === null) return value
  throw new TypeError(`A value of type ${typeof value} cannot be bound to a statement.`)
}

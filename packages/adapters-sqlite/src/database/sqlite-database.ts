/** An open SQLite connection, the same for every driver. */
export interface SqliteDatabase {
  readonly isInTransaction: boolean
  prepare(sql: string): SqliteStatement
  close(): void
}

/** A prepared statement. Integers are bound as integers, and read as numbers. */
export interface SqliteStatement {
  /** Whether it gives rows. */
  readonly isReader: boolean
  all(parameters: readonly unknown[]): unknown[]
  /** Runs it for its effect; answers how many rows it changed. */
  run(parameters: readonly unknown[]): number | bigint
}

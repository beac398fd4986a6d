/** An open SQLite connection, the same for every driver. */
export interface SqliteDatabase {
  readonly isInTransaction: boolean
  prepare(sql: string): SqliteStatement
  close(): void
}

/** A prepared statement. Integers are read as numbers. */
export interface SqliteStatement {
  /** Whether it gives rows. */
  readonly isReader: boolean
  /** Integers are bound as integers. */
  all(parameters: readonly unknown[]): unknown[]
  /** Runs it for its effect; answers how many rows it changed. Integers are bound as integers. */
  run(parameters: readonly unknown[]): number | bigint
  /**
   * Runs it for each of many rows of cells, which the statement only stores or compares with columns.
   * Integers may be bound as doubles then: a column makes of each the integer that it is.
   */
  runEach(rows: Iterable<readonly unknown[]>): void
}

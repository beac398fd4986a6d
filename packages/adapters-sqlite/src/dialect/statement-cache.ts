import type { SqliteDatabase, SqliteStatement } from '../database/sqlite-database.ts'

/**
 * Keeps statements prepared, by their SQL: preparing one costs several times its run. Those not used
 * while `generation` others came are forgotten, so at most twice as many are kept.
 */
export class StatementCache {
  readonly #database: SqliteDatabase
  readonly #generation: number
  #recent = new Map<string, SqliteStatement>()
  #older = new Map<string, SqliteStatement>()

  constructor(database: SqliteDatabase, generation = 300) {
    this.#database = database
    this.#generation = generation
  }

  get size(): number {
    return this.#recent.size + this.#older.size
  }

  prepare(sql: string): SqliteStatement {
    return this.#recent.get(sql) ?? this.#keep(sql)
  }

  #keep(sql: string): SqliteStatement {
    const statement = this.#older.get(sql) ?? this.#database.prepare(sql)
    this.#older.delete(sql)
    this.#recent.set(sql, statement)
    if (this.#recent.size === this.#generation) {
      this.#older = this.#recent
      this.#recent = new Map()
    }
    return statement
  }
}

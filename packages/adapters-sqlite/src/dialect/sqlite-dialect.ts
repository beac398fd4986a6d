import {
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  type QueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { SqliteDriver, type SqliteSource } from './sqlite-driver.ts'

/** Kysely's SQLite over a driver that queues its users, keeps statements and begins as a writer. */
export class SqliteDialect implements Dialect {
  readonly #source: SqliteSource

  constructor(source: SqliteSource) {
    this.#source = source
  }

  createDriver(): Driver {
    return new SqliteDriver(this.#source)
  }

  createQueryCompiler(): QueryCompiler {
    return new SqliteQueryCompiler()
  }

  createAdapter(): DialectAdapter {
    return new QueueingAdapter()
  }

  createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return new SqliteIntrospector(db)
  }
}

/** Says that connections need no queue of Kysely's: the driver's own is first come, first served. */
class QueueingAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true
  }
}

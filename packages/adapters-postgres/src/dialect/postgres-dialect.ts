import {
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryCompiler,
} from 'kysely'
import { type PoolSource, PostgresDriver } from './postgres-driver.ts'

/** Kysely's Postgres over a driver that names statements, reads integers as numbers and survives lost connections. */
export class PostgresDialect implements Dialect {
  readonly #source: PoolSource

  constructor(source: PoolSource) {
    this.#source = source
  }

  createDriver(): Driver {
    return new PostgresDriver(this.#source)
  }

  createQueryCompiler(): QueryCompiler {
    return new PostgresQueryCompiler()
  }

  createAdapter(): DialectAdapter {
    return new PostgresAdapter()
  }

  createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return new PostgresIntrospector(db)
  }
}

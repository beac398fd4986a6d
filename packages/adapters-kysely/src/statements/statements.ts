import type { CompiledQuery, Kysely, RawBuilder } from 'kysely'
import type { SqlFlavor } from '../flavor.ts'
import type { Place } from '../names.ts'

/**
 * Compiles a statement the first time that its shape is asked for and keeps it. Values are bound
 * later, in the order of the placeholders; the number of shapes is bounded by the tables.
 */
export class Statements implements Place {
  readonly flavor: SqlFlavor
  readonly schema: string | undefined
  readonly prefix: string
  readonly #db: Kysely<unknown>
  readonly #compiled = new Map<string, CompiledQuery>()

  constructor(db: Kysely<unknown>, flavor: SqlFlavor, { schema, prefix }: Place) {
    this.#db = db
    this.flavor = flavor
    this.schema = schema
    this.prefix = prefix
  }

  /** The statement of a shape; `build` runs only if the shape is new. */
  of(shape: string, build: () => RawBuilder<unknown>): CompiledQuery {
    const known = this.#compiled.get(shape)
    if (known !== undefined) return known
    const compiled = this.compile(build())
    this.#compiled.set(shape, compiled)
    return compiled
  }

  compile(statement: RawBuilder<unknown>): CompiledQuery {
    return statement.compile(this.#db)
  }
}

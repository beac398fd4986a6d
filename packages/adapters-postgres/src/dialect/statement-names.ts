import { createHash } from 'node:crypto'

/**
 * Names for statements, by which a connection keeps them prepared. One gets its name when it comes
 * the second time: the many that are asked once are not worth keeping. Those not asked for while
 * `generation` others came are forgotten.
 */
export class StatementNames {
  readonly #generation: number
  #recent = new Map<string, string | undefined>()
  #older = new Map<string, string | undefined>()

  constructor(generation = 1_000) {
    this.#generation = generation
  }

  /** How many statements are remembered. */
  get size(): number {
    return this.#recent.size + this.#older.size
  }

  /** The statement's name, the same in every process; undefined where it has none yet. */
  of(sql: string): string | undefined {
    const known = this.#recent.get(sql)
    if (known !== undefined) return known
    const isKnown = this.#recent.has(sql) || this.#older.has(sql)
    const name = isKnown ? (this.#older.get(sql) ?? nameOf(sql)) : undefined
    this.#older.delete(sql)
    this.#recent.set(sql, name)
    if (this.#recent.size === this.#generation) {
      this.#older = this.#recent
      this.#recent = new Map()
    }
    return name
  }
}

function nameOf(sql: string): string {
  return `langganan_${createHash('sha256').update(sql).digest('hex').slice(0, 32)}`
}

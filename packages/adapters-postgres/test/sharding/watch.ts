import { tableName } from '@langganan/adapters-kysely'
import { tableNames } from '@langganan/core/storage'
import type { HostClient, HostPool } from '../../src/index.ts'
import { noting, type Run } from '../support/recorded.ts'
import type { Findings } from './findings.ts'
import { judge } from './one-shard.ts'

const names = new Set(tableNames.map((table) => tableName('', table)))
const begins = /^(begin|commit$|rollback$)/

/** Tests make schemas; statements that differ in nothing else are one. */
const ownSchema = /\bt[0-9a-f]{16}\b/g

/** Looks at every statement that is issued through pools, each text once, each run for the shop that it binds. */
export class Watch {
  readonly #judged = new Map<string, Findings>()
  readonly #problems = new Set<string>()
  readonly #shops = new WeakMap<HostClient, string>()

  /** The pool, under watch. */
  over(pool: HostPool): HostPool {
    return noting(pool, (run, client) => this.#look(run, client))
  }

  /** What was wrong with statements, each said once. */
  get problems(): readonly string[] {
    return [...this.#problems]
  }

  /** Different statements that named their shop. */
  get statements(): readonly string[] {
    return this.#texts(({ exception }) => exception === undefined)
  }

  /** Of those, the ones whose rows pass through the coordinator. */
  get byCoordinator(): readonly string[] {
    return this.#texts(({ passesCoordinator }) => passesCoordinator)
  }

  #look({ sql, parameters }: Run, client: HostClient): void {
    if (begins.test(sql)) this.#shops.delete(client)
    const text = sql.replace(ownSchema, 'kept')
    const findings = this.#judged.get(text) ?? judge(text, (table) => names.has(table))
    this.#judged.set(text, findings)
    for (const problem of findings.problems) this.#problems.add(`${problem}: ${text}`)
    for (const value of findings.shops) {
      const shop = 'text' in value ? value.text : parameters[value.parameter - 1]
      const known = this.#shops.get(client)
      if (typeof shop !== 'string' || shop === '') this.#problems.add(`binds no shop: ${text}`)
      else if (known === undefined) this.#shops.set(client, shop)
      else if (known !== shop) this.#problems.add(`a second shop in one transaction: ${text}`)
    }
  }

  #texts(wanted: (findings: Findings) => boolean): readonly string[] {
    return [...this.#judged].flatMap(([text, findings]) => (wanted(findings) ? [text] : []))
  }
}

import type { JoinExpr, Node, RangeVar } from 'libpg-query'
import type { ShopValue } from './findings.ts'
import { aliasOf, conjuncts, constantIn, equalSides, namesIn, shopColumn } from './nodes.ts'

/** One level of a query: what it reads rows from, and what it demands of them. */
export class Level {
  /** Tables by the names that this level has for them. */
  readonly tables: Map<string, RangeVar> = new Map()
  /** Kinds of what it reads from that nobody judged yet. */
  readonly strange: string[] = []
  readonly #withs: ReadonlySet<string>
  readonly #others = new Set<string>()
  readonly #demands: Demand[] = []

  /** `withs` are the names of the `with` queries that are in sight. */
  constructor(from: readonly Node[], where: Node | undefined, withs: ReadonlySet<string>) {
    this.#withs = withs
    const all = new Set(from.flatMap((item) => [...this.#read(item)]))
    this.#demand(where, all)
  }

  /**
   * Tables of which no other rows than one shop's are read, with the values that say so. It must be
   * said on this level: what an outer query knows of a shop does not reach the planner in here.
   */
  held(): ReadonlyMap<string, readonly ShopValue[]> {
    const held = new Map<string, ShopValue[]>()
    for (const { condition, among } of this.#demands) {
      for (const [column, value] of bothWays(condition)) {
        const table = this.#whoseShop(column)
        const constant = constantIn(value)
        if (table === undefined || constant === undefined || !among.has(table)) continue
        held.set(table, [...(held.get(table) ?? []), constant])
      }
    }
    while (this.#spread(held));
    return held
  }

  /** Carries what is known of one table over to those that have the same shop. */
  #spread(held: Map<string, ShopValue[]>): boolean {
    for (const { condition, among } of this.#demands) {
      for (const [one, other] of bothWays(condition)) {
        const known = this.#whoseShop(one)
        const table = this.#whoseShop(other)
        if (known === undefined || table === undefined || !among.has(table)) continue
        if (!held.has(known) || held.has(table)) continue
        held.set(table, [])
        return true
      }
    }
    return false
  }

  #read(item: Node): ReadonlySet<string> {
    if ('JoinExpr' in item) return this.#readJoin(item.JoinExpr)
    if ('RangeVar' in item && !this.#isWith(item.RangeVar)) {
      this.tables.set(aliasOf(item.RangeVar), item.RangeVar)
      return new Set([aliasOf(item.RangeVar)])
    }
    const name = nameOf(item)
    if (name === undefined) this.strange.push(Object.keys(item).join())
    this.#others.add(name ?? '')
    return new Set([name ?? ''])
  }

  /** An outer join keeps rows of one side whatever its condition says, so it holds the other side only. */
  #readJoin({ jointype, larg, rarg, quals }: JoinExpr): ReadonlySet<string> {
    const left = larg === undefined ? new Set<string>() : this.#read(larg)
    const right = rarg === undefined ? new Set<string>() : this.#read(rarg)
    const both = new Set([...left, ...right])
    if (jointype === 'JOIN_INNER') this.#demand(quals, both)
    if (jointype === 'JOIN_LEFT') this.#demand(quals, right)
    if (jointype === 'JOIN_RIGHT') this.#demand(quals, left)
    return both
  }

  #demand(condition: Node | undefined, among: ReadonlySet<string>): void {
    for (const each of conjuncts(condition)) this.#demands.push({ condition: each, among })
  }

  #isWith({ schemaname, relname }: RangeVar): boolean {
    return schemaname === undefined && relname !== undefined && this.#withs.has(relname)
  }

  /** The table of this level whose shop a column is; undefined for other columns, and where it is unclear. */
  #whoseShop(column: Node): string | undefined {
    if (!('ColumnRef' in column)) return undefined
    const names = namesIn(column.ColumnRef.fields)
    if (names.at(-1) !== shopColumn || names.length > 2) return undefined
    const [only] = this.tables.keys()
    const isClear = this.tables.size === 1 && this.#others.size === 0
    const table = names.length === 2 ? names[0] : isClear ? only : undefined
    return table !== undefined && this.tables.has(table) ? table : undefined
  }
}

interface Demand {
  readonly condition: Node
  /** The names whose rows do not count where the condition fails. */
  readonly among: ReadonlySet<string>
}

function bothWays(condition: Node): readonly (readonly [Node, Node])[] {
  const sides = equalSides(condition)
  return sides === undefined ? [] : [sides, [sides[1], sides[0]]]
}

/** The name of what rows are read from; undefined for what is no table, query or function. */
function nameOf(item: Node): string | undefined {
  if ('RangeVar' in item) return aliasOf(item.RangeVar)
  if ('RangeSubselect' in item) return item.RangeSubselect.alias?.aliasname ?? ''
  if ('RangeFunction' in item) return item.RangeFunction.alias?.aliasname ?? ''
  return undefined
}

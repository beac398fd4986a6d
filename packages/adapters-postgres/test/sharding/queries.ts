import type { Node, RangeVar, SelectStmt } from 'libpg-query'
import type { Findings } from './findings.ts'
import { functionKind } from './functions.ts'
import { Level } from './level.ts'
import { isA, namesIn, walk } from './nodes.ts'

/** Judges the queries of one statement, wherever in it they stand. */
export class Queries {
  readonly findings: Findings
  readonly #isOurs: (table: string) => boolean

  constructor(findings: Findings, isOurs: (table: string) => boolean) {
    this.findings = findings
    this.#isOurs = isOurs
  }

  /** `outer` are the names of the `with` queries that are in sight. */
  select(select: SelectStmt, outer: ReadonlySet<string>): void {
    const { withClause, larg, rarg, ...own } = select
    const withs = this.withs(withClause, outer)
    if (own.intoClause !== undefined) this.findings.refuse('makes a table')
    // Branches of a union: each is a query of its own.
    for (const branch of [larg, rarg]) if (branch !== undefined) this.select(branch, withs)
    this.level(own.fromClause ?? [], own.whereClause, withs)
    this.inside(own, withs)
  }

  /** Every table of a level must be held to a shop. */
  level(from: readonly Node[], where: Node | undefined, withs: ReadonlySet<string>): void {
    const level = new Level(from, where, withs)
    const held = level.held()
    for (const kind of level.strange) this.findings.refuse(`reads from a ${kind}`)
    for (const [alias, table] of level.tables) {
      this.ours(table)
      const values = held.get(alias)
      if (values === undefined) this.findings.refuse(`reads ${alias} of every shop`)
      else this.findings.shops.push(...values)
    }
  }

  /** The queries and functions inside a part of a statement. */
  inside(part: unknown, withs: ReadonlySet<string>): void {
    walk(part, (node) => {
      if (isA(node, 'SelectStmt')) {
        this.select(node.SelectStmt, withs)
        return false
      }
      if (isA(node, 'FuncCall')) this.#call(namesIn(node.FuncCall.funcname))
      if (isA(node, 'SQLValueFunction')) this.findings.refuse('asks for the time or the user')
      return true
    })
  }

  /** Judges the queries of a `with`, and gives their names beside those already in sight. */
  withs(clause: SelectStmt['withClause'], outer: ReadonlySet<string>): ReadonlySet<string> {
    const names = new Set(outer)
    for (const each of clause?.ctes ?? []) {
      if (!isA(each, 'CommonTableExpr')) continue
      const { ctename = '', ctequery } = each.CommonTableExpr
      if (clause?.recursive === true) names.add(ctename)
      this.#with(ctename, ctequery, names)
      names.add(ctename)
    }
    return names
  }

  ours(table: RangeVar | undefined): void {
    const name = table?.relname ?? ''
    if (!this.#isOurs(name)) this.findings.refuse(`names ${name}, no table of the storage`)
  }

  /** Citus sends a `with` along only if it reads. */
  #with(name: string, query: Node | undefined, names: ReadonlySet<string>): void {
    if (query === undefined || !isA(query, 'SelectStmt')) {
      this.findings.refuse(`writes rows in a with (${name})`)
      return
    }
    if (query.SelectStmt.lockingClause !== undefined) {
      this.findings.refuse(`locks rows in a with (${name})`)
    }
    this.select(query.SelectStmt, names)
  }

  #call(names: readonly string[]): void {
    const name = names.join('.')
    switch (functionKind(names)) {
      case 'pure':
        return
      case 'lock':
        this.findings.locks = true
        return
      case 'sequence':
        this.findings.refuse(`takes a number from a sequence (${name})`)
        return
      case 'unknown':
        this.findings.refuse(`calls ${name}, which is not known to be pure`)
    }
  }
}

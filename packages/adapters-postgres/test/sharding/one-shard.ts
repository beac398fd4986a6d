/**
 * Whether a statement can be answered by the one shard that has its shop, judged by what it says: it
 * is parsed by Postgres's own parser, and no server is asked.
 *
 * The rules are those by which Citus sends a statement to one shard, or stricter. Every table on every
 * level (subqueries, `with`, branches of a union) is held to a value of its distribution column, by
 * `=` among conditions that all must hold, or joined by that column to one that is, on the same level.
 * Rows that are written bring the value along, and conflicts are looked for by it. Nothing is numbered
 * across shops, and nothing computed that another node would compute otherwise.
 */
import { loadModule, type Node, parseSync } from 'libpg-query'
import { exceptionOf } from './exceptions.ts'
import { Findings } from './findings.ts'
import { isA } from './nodes.ts'
import { Queries } from './queries.ts'
import { judgeDelete, judgeInsert, judgeUpdate } from './writes.ts'

await loadModule()

/** Judges a statement; `isOurs` tells the tables of the storage by their names. */
export function judge(sql: string, isOurs: (table: string) => boolean): Findings {
  const findings = new Findings()
  const [first, ...others] = parseSync(sql).stmts ?? []
  if (first?.stmt === undefined || !others.every(({ stmt }) => setsForTransaction(stmt))) {
    findings.refuse('is not one statement')
    return findings
  }
  findings.exception = exceptionOf(first.stmt)
  if (findings.exception !== undefined) return findings
  judgeStatement(new Queries(findings, isOurs), first.stmt)
  if (findings.shops.length === 0) findings.refuse('names no shop')
  return findings
}

/** A transaction begins with its settings, in one journey. They read nothing. */
function setsForTransaction(statement: Node | undefined): boolean {
  return (
    statement !== undefined &&
    isA(statement, 'VariableSetStmt') &&
    statement.VariableSetStmt.is_local === true
  )
}

function judgeStatement(queries: Queries, statement: Node): void {
  const { findings } = queries
  if (isA(statement, 'SelectStmt')) queries.select(statement.SelectStmt, new Set())
  else if (isA(statement, 'InsertStmt')) judgeInsert(queries, statement.InsertStmt)
  else if (isA(statement, 'UpdateStmt')) judgeUpdate(queries, statement.UpdateStmt)
  else if (isA(statement, 'DeleteStmt')) judgeDelete(queries, statement.DeleteStmt)
  else findings.refuse(`is a ${Object.keys(statement).join()}, which nobody judged yet`)
  if (findings.locks && !readsOneTable(statement)) findings.refuse('takes a lock by the way')
}

/** A lock is taken where the row is that is read, once for it, if nothing else is done. */
function readsOneTable(statement: Node): boolean {
  if (!isA(statement, 'SelectStmt')) return false
  const { fromClause = [], withClause, op } = statement.SelectStmt
  const [only, ...others] = fromClause
  const isPlain = withClause === undefined && op === 'SETOP_NONE' && others.length === 0
  return isPlain && only !== undefined && isA(only, 'RangeVar')
}

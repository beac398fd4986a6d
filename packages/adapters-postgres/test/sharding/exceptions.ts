import type { Node, RangeVar } from 'libpg-query'
import { isA, isTable, namesIn, shopColumn, walk } from './nodes.ts'

/** The statements that name no shop, each with the reason why it may; all others must. */
const exceptions: readonly Exception[] = [
  {
    name: 'transaction',
    // Reads nothing. Citus carries it to the nodes that the transaction comes to touch.
    is: (statement) => 'TransactionStmt' in statement,
  },
  {
    name: 'settings',
    // What the server says of itself, asked once when a storage opens or joins a transaction.
    is: (statement, { tables, functions }) =>
      'SelectStmt' in statement &&
      tables.length === 0 &&
      functions.length > 0 &&
      functions.every((name) => name === 'current_setting'),
  },
  {
    name: 'catalogue',
    // Whether a table is there, asked once when a storage opens; every node has its own catalogue.
    is: (statement, { tables, functions }) =>
      'SelectStmt' in statement &&
      tables.length > 0 &&
      tables.every(({ schemaname }) => schemaname === 'pg_catalog') &&
      functions.every((name) => name === 'current_schema'),
  },
  {
    name: 'migration',
    // Makes the tables, once for all shops, on the coordinator; semantics.md 32 allows it.
    is: (statement, { tables, functions }) =>
      ('CreateStmt' in statement || 'IndexStmt' in statement) &&
      functions.length === 0 &&
      tables.length === 1,
  },
  {
    name: 'schema',
    // The same, for the schema that the tables lie in; it may be there already.
    is: (statement, { texts }) =>
      'DoStmt' in statement && texts.length === 1 && makesSchema.test(texts[0] ?? ''),
  },
  {
    name: 'migrations applied',
    // Which migrations there were: a table that the coordinator keeps for itself.
    is: (statement, { tables, functions }) =>
      ('SelectStmt' in statement || 'InsertStmt' in statement) &&
      tables.length === 1 &&
      /(^|_)migrations$/.test(tables[0]?.relname ?? '') &&
      functions.length === 0,
  },
  {
    name: 'migration lock',
    // Keeps other migrations of the same place out, on the coordinator; no table is read.
    is: (statement, { tables, functions }) =>
      'SelectStmt' in statement &&
      tables.length === 0 &&
      functions.join() === 'pg_advisory_xact_lock,hashtextextended',
  },
  {
    name: 'list of shops',
    // Whoever runs jobs asks which shops there are: all nodes answer, each for its own.
    is: (statement, { tables, columns, functions }) =>
      'SelectStmt' in statement &&
      tables.length === 1 &&
      /(^|_)shops$/.test(tables[0]?.relname ?? '') &&
      columns.every((name) => name === shopColumn) &&
      functions.length === 0,
  },
]

const makesSchema =
  /^\s*begin\s+if not exists \(select from pg_catalog\.pg_namespace where nspname = '\w+'\) then\s+create schema "\w+";\s+end if;\s+end\s*$/

interface Exception {
  readonly name: string
  is(statement: Node, uses: Uses): boolean
}

interface Uses {
  readonly tables: readonly RangeVar[]
  readonly columns: readonly string[]
  readonly functions: readonly string[]
  /** Texts that stand alone, such as the body of a block. */
  readonly texts: readonly string[]
}

/** The name of the exception that a statement is; undefined if it must name a shop. */
export function exceptionOf(statement: Node): string | undefined {
  const uses = usesOf(statement)
  return exceptions.find(({ is }) => is(statement, uses))?.name
}

function usesOf(statement: Node): Uses {
  const tables: RangeVar[] = []
  const columns: string[] = []
  const functions: string[] = []
  const texts: string[] = []
  walk(statement, (node) => {
    if (isTable(node)) tables.push(node)
    if (isA(node, 'ColumnRef')) columns.push(namesIn(node.ColumnRef.fields).at(-1) ?? '')
    if (isA(node, 'FuncCall')) functions.push(namesIn(node.FuncCall.funcname).at(-1) ?? '')
    if (isA(node, 'DefElem'))
      texts.push(...namesIn(node.DefElem.arg === undefined ? [] : [node.DefElem.arg]))
    return true
  })
  return { tables, columns, functions, texts }
}

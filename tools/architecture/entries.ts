import ts from 'typescript'
import { lineOf, type Source } from './source.ts'
import type { Violation } from './violation.ts'

const libraries = /^packages\/[^/]+\/src\//

/** What a package offers is written out: no `export *`, and nothing else in an `index.ts`. */
export function explicitExports(source: Source): Violation[] {
  if (!libraries.test(source.path)) return []
  const isIndex = source.path.endsWith('/index.ts')
  return source.tree.statements.flatMap((statement): Violation[] => {
    const message = fault(statement, isIndex)
    const line = lineOf(source.tree, statement)
    return message === undefined ? [] : [{ rule: 'entries', file: source.path, line, message }]
  })
}

function fault(statement: ts.Statement, isIndex: boolean): string | undefined {
  if (ts.isExportDeclaration(statement)) {
    const named = statement.exportClause !== undefined && ts.isNamedExports(statement.exportClause)
    return named ? undefined : 'exports are named one by one, no `export *`'
  }
  return isIndex ? 'an index.ts holds explicit named exports and nothing else' : undefined
}

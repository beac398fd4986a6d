import { posix } from 'node:path'
import ts from 'typescript'

/** A file of the repository: its path from the root, with `/`, and its text. */
export interface SourceText {
  path: string
  text: string
}

/** One `import`, `export … from`, `import()` or `import('…').Type` of a file. */
export interface Reference {
  specifier: string
  line: number
  /** Where a relative specifier leads, as a path from the root. */
  target: string | undefined
  typeOnly: boolean
}

/** A source file with its tree and what it refers to. */
export interface Source {
  path: string
  tree: ts.SourceFile
  references: Reference[]
}

/** Parses a file; nothing is resolved on disk. */
export function parse({ path, text }: SourceText): Source {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true)
  const references: Reference[] = []
  visit(tree, (node) => {
    const found = referenceOf(node)
    if (found === undefined) return
    const { text: specifier } = found.literal
    const target = specifier.startsWith('.')
      ? posix.join(posix.dirname(path), specifier)
      : undefined
    references.push({ specifier, line: lineOf(tree, node), target, typeOnly: found.typeOnly })
  })
  return { path, tree, references }
}

/** Calls `each` with every node below `node`. */
export function visit(node: ts.Node, each: (node: ts.Node) => void): void {
  each(node)
  ts.forEachChild(node, (child) => visit(child, each))
}

/** The line of a node, counted from 1. */
export function lineOf(tree: ts.SourceFile, node: ts.Node): number {
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1
}

interface Found {
  literal: ts.StringLiteralLike
  typeOnly: boolean
}

function referenceOf(node: ts.Node): Found | undefined {
  if (ts.isImportDeclaration(node)) {
    return found(
      node.moduleSpecifier,
      node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword,
    )
  }
  if (ts.isExportDeclaration(node)) return found(node.moduleSpecifier, node.isTypeOnly)
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return found(node.argument.literal, true)
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return found(node.arguments[0], false)
  }
  return undefined
}

function found(literal: ts.Node | undefined, typeOnly: boolean): Found | undefined {
  return literal !== undefined && ts.isStringLiteralLike(literal)
    ? { literal, typeOnly }
    : undefined
}

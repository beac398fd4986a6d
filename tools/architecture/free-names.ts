import ts from 'typescript'
import { lineOf, type Source, visit } from './source.ts'

/** A name or expression of a file, as written. */
export interface Named {
  line: number
  text: string
}

/** The nodes for which `textOf` gives a text. */
export function nodesOf(source: Source, textOf: (node: ts.Node) => string | undefined): Named[] {
  const all: Named[] = []
  visit(source.tree, (node) => {
    const text = textOf(node)
    if (text !== undefined) all.push({ line: lineOf(source.tree, node), text })
  })
  return all
}

/** Uses of global names, bare or on `globalThis`; members and declarations of that name are fine. */
export function freeNames(source: Source, names: readonly string[]): Named[] {
  const declared = declaredNames(source)
  return nodesOf(source, (node) => {
    if (!ts.isIdentifier(node) || !names.includes(node.text)) return undefined
    if (isMember(node)) return isOnGlobalThis(node) ? node.text : undefined
    return declared.has(node.text) ? undefined : node.text
  })
}

/** Names that the file binds itself: parameters, variables, functions, imports, destructured parts. */
function declaredNames(source: Source): Set<string> {
  const declared = new Set<string>()
  visit(source.tree, (node) => {
    if (isAmbient(node) || !isBinding(node)) return
    if (node.name !== undefined && ts.isIdentifier(node.name)) declared.add(node.name.text)
  })
  return declared
}

type Binding =
  | ts.VariableDeclaration
  | ts.ParameterDeclaration
  | ts.BindingElement
  | ts.FunctionDeclaration
  | ts.ImportSpecifier

function isBinding(node: ts.Node): node is Binding {
  return (
    ts.isVariableDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isBindingElement(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isImportSpecifier(node)
  )
}

/** `declare const process: …` names the global and binds nothing. */
function isAmbient(node: ts.Node): boolean {
  return (
    ts.findAncestor(node, (above) => (ambientFlags(above) & ts.ModifierFlags.Ambient) !== 0) !==
    undefined
  )
}

function ambientFlags(node: ts.Node): ts.ModifierFlags {
  return ts.canHaveModifiers(node) ? ts.getCombinedModifierFlags(node as ts.Declaration) : 0
}

function isMember(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node
  if (ts.isQualifiedName(parent)) return parent.right === node
  if (ts.isShorthandPropertyAssignment(parent)) return false
  return ts.isTypeElement(parent) || ts.isClassElement(parent) || ts.isObjectLiteralElement(parent)
    ? parent.name === node
    : ts.isBindingElement(parent) && parent.propertyName === node
}

function isOnGlobalThis(node: ts.Identifier): boolean {
  const { parent } = node
  return (
    ts.isPropertyAccessExpression(parent) &&
    ts.isIdentifier(parent.expression) &&
    parent.expression.text === 'globalThis'
  )
}

import { builtinModules } from 'node:module'
import { freeNames } from './free-names.ts'
import type { Source } from './source.ts'
import type { Violation } from './violation.ts'

const nodeGlobals = ['process', 'Buffer', 'require', 'module', 'global', '__dirname', '__filename']
const nodeModules = new Set(builtinModules)

/** Core names nothing of Node: no module, no global, no type reference. */
export function nodeFree(source: Source): Violation[] {
  if (!source.path.startsWith('packages/core/src/')) return []
  const report = (line: number, what: string): Violation => ({
    rule: 'node',
    file: source.path,
    line,
    message: `core names nothing of Node (${what})`,
  })
  const modules = source.references
    .filter(({ specifier }) => specifier.startsWith('node:') || nodeModules.has(specifier))
    .map(({ specifier, line }) => report(line, specifier))
  const types = source.tree.typeReferenceDirectives
    .filter(({ fileName }) => fileName === 'node')
    .map(() => report(1, '/// <reference types="node" />'))
  const globals = freeNames(source, nodeGlobals).map(({ line, text }) => report(line, text))
  return [...modules, ...types, ...globals]
}

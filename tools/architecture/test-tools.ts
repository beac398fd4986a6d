import type { Source } from './source.ts'
import type { Violation } from './violation.ts'

const sources = /^packages\/[^/]+\/src\//
const kit = 'packages/core/src/testing/'
const tools = /^(vitest|fast-check)(\/|$)/

/** What a published app loads needs no test tools: only the test kit does. */
export function testToolsInKit(source: Source): Violation[] {
  if (!sources.test(source.path) || source.path.startsWith(kit)) return []
  return source.references
    .filter(({ specifier }) => tools.test(specifier))
    .map(({ specifier, line }) => {
      const message = `only the test kit may import ${specifier}`
      return { rule: 'testTools', file: source.path, line, message }
    })
}

import type { Source } from './source.ts'
import type { Violation } from './violation.ts'

/** No file imports itself by way of others, not even for types. */
export function cycles(sources: readonly Source[]): Violation[] {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const done = new Set<string>()
  const found: Violation[] = []
  const walk = (source: Source, trail: string[]): void => {
    const start = trail.indexOf(source.path)
    if (start >= 0) {
      const message = [...trail.slice(start), source.path].join(' → ')
      found.push({ rule: 'cycles', file: source.path, line: 1, message })
      return
    }
    if (done.has(source.path)) return
    for (const next of targets(source, byPath)) walk(next, [...trail, source.path])
    done.add(source.path)
  }
  for (const source of sources) walk(source, [])
  return found
}

const lightEntries = [
  'packages/core/src/domain/segments/index.ts',
  'packages/core/src/domain/segments/text/index.ts',
  'packages/core/src/domain/segments/explain/index.ts',
  'packages/core/src/domain/segments/changes/index.ts',
  'packages/core/src/domain/segments/algebra/index.ts',
]
const heavy = /^libphonenumber-js(\/|$)/

/** The entry `@langganan/core/segments`, and those below it, run in a browser: they reach no phone metadata. */
export function lightSegments(sources: readonly Source[]): Violation[] {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const reached = new Set<Source>()
  const reach = (source: Source): void => {
    if (reached.has(source)) return
    reached.add(source)
    for (const next of targets(source, byPath, false)) reach(next)
  }
  for (const path of lightEntries) {
    const entry = byPath.get(path)
    if (entry !== undefined) reach(entry)
  }
  return [...reached].flatMap(({ path, references }) =>
    references
      .filter(({ specifier, typeOnly }) => heavy.test(specifier) && !typeOnly)
      .map(({ specifier, line }): Violation => {
        const message = `${specifier} is within reach of @langganan/core/segments`
        return { rule: 'light', file: path, line, message }
      }),
  )
}

function targets(source: Source, byPath: Map<string, Source>, types = true): Source[] {
  return source.references
    .filter(({ typeOnly }) => types || !typeOnly)
    .flatMap(({ target }) => (target === undefined ? [] : (byPath.get(target) ?? [])))
}

import type { Reference, Source } from './source.ts'
import type { Violation } from './violation.ts'

/** The entries that each package of ours publishes: `@langganan/core`, `@langganan/core/memory`, … */
export type Entries = Record<string, readonly string[]>

/** Which packages of ours a folder may import; folders that are not listed may import any. */
const allowed: Record<string, string[]> = {
  'packages/core': [],
  'packages/adapters-kysely': ['@langganan/core'],
  'packages/adapters-sqlite': ['@langganan/core', '@langganan/adapters-kysely'],
  'packages/adapters-postgres': ['@langganan/core', '@langganan/adapters-kysely'],
  'packages/whatsapp': ['@langganan/core'],
}

/** What tests may import besides: a law that concerns storages is tried on more than memory. */
const allowedInTests: Record<string, string[]> = {
  'packages/whatsapp': ['@langganan/adapters-sqlite', '@langganan/adapters-postgres'],
}

/** Packages meet at their published entries only, and only those that may meet. */
export function packageWalls(source: Source, entries: Entries): Violation[] {
  const home = homeOf(source.path)
  if (home === undefined) return []
  return source.references.flatMap((reference): Violation[] => {
    const message = fault(home, source.path, reference, entries)
    return message === undefined
      ? []
      : [{ rule: 'packages', file: source.path, line: reference.line, message }]
  })
}

function fault(
  home: string,
  path: string,
  reference: Reference,
  entries: Entries,
): string | undefined {
  const { specifier, target } = reference
  if (target !== undefined) {
    return target.startsWith(`${home}/`) ? undefined : `${specifier} leaves ${home}`
  }
  const name = /^@langganan\/[^/]+/.exec(specifier)?.[0]
  if (name === undefined) return undefined
  const may = home.startsWith('packages/') ? allowedFor(home, path) : undefined
  if (may !== undefined && !may.includes(name)) return `${home} may not import ${name}`
  const published = entries[name]?.includes(specifier) ?? false
  return published ? undefined : `${specifier} is not a published entry`
}

function allowedFor(home: string, path: string): readonly string[] {
  const inTests = path.startsWith(`${home}/test/`) ? (allowedInTests[home] ?? []) : []
  return [...(allowed[home] ?? []), ...inTests]
}

function homeOf(path: string): string | undefined {
  return /^((packages|examples)\/[^/]+|bench|reliability)\//.exec(path)?.[1]
}

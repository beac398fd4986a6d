import type { DefinedSegment } from './catalogue.ts'
import { unchecked } from './resolve/checked.ts'

/** What a segment means that a checked predicate names. */
export function definitionOf(id: string, segments: readonly DefinedSegment[]): DefinedSegment {
  const found = segments.find((segment) => segment.id === id)
  if (found === undefined) throw unchecked('the definition of every segment that it names')
  return found
}

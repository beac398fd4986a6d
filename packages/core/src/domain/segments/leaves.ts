import type { DefinedSegment } from './catalogue.ts'
import { definitionOf } from './definition-of.ts'
import type { LeafPredicate, Predicate } from './predicate.ts'

/** The parts of a predicate that are not made of others. */
export function leavesOf(predicate: Predicate): readonly LeafPredicate[] {
  const leaves: LeafPredicate[] = []
  const waiting: Predicate[] = [predicate]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ('all' in next) waiting.push(...next.all)
    else if ('any' in next) waiting.push(...next.any)
    else if ('of' in next) waiting.push(...next.of)
    else if ('not' in next) waiting.push(next.not)
    else leaves.push(next)
  }
  return leaves
}

/** The same, and the leaves of what the segments among them mean, each segment once. */
export function leavesThroughSegments(
  predicate: Predicate,
  segments: readonly DefinedSegment[],
): readonly LeafPredicate[] {
  const leaves: LeafPredicate[] = []
  const waiting: Predicate[] = [predicate]
  const seen = new Set<string>()
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const leaf of leavesOf(next)) {
      leaves.push(leaf)
      if (!('segment' in leaf) || seen.has(leaf.segment)) continue
      seen.add(leaf.segment)
      waiting.push(definitionOf(leaf.segment, segments).where)
    }
  }
  return leaves
}

import { within } from '../check/invalid.ts'
import type { Predicate } from '../predicate.ts'

/**
 * What is left of a predicate when only these leaves count and all others may turn out either way:
 * whatever makes the predicate hold makes this hold. Null where nothing is left.
 *
 * @param paths of the leaves; those in a segment's definition stand for the segment
 */
export function onlyLeaves(predicate: Predicate, paths: readonly string[]): Predicate | null {
  return reduced(predicate, { path: '', isPositive: true }, paths)
}

interface Place {
  readonly path: string
  /** Stands under an even number of negations. */
  readonly isPositive: boolean
}

function reduced(predicate: Predicate, place: Place, paths: readonly string[]): Predicate | null {
  const { path, isPositive } = place
  const parts = (list: readonly Predicate[], key: string): readonly (Predicate | null)[] =>
    list.map((each, i) => reduced(each, { path: within(within(path, key), i), isPositive }, paths))
  if ('not' in predicate) {
    const inside = { path: within(path, 'not'), isPositive: !isPositive }
    const part = reduced(predicate.not, inside, paths)
    return part && { not: part }
  }
  if ('all' in predicate) return listOf('all', parts(predicate.all, 'all'), isPositive)
  if ('any' in predicate) return listOf('any', parts(predicate.any, 'any'), !isPositive)
  if ('atLeast' in predicate) {
    const all = parts(predicate.of, 'of')
    const of = all.filter((part) => part !== null)
    const atLeast = isPositive ? predicate.atLeast - (all.length - of.length) : predicate.atLeast
    return atLeast < 1 || atLeast > of.length ? null : { atLeast, of }
  }
  const isSegment = 'segment' in predicate
  return paths.some((each) => each === path || (isSegment && each.startsWith(`${path}.`)))
    ? predicate
    : null
}

/** @param isDroppable whether parts may be left out: of those that all must hold, not of those any may */
function listOf(
  word: 'all' | 'any',
  parts: readonly (Predicate | null)[],
  isDroppable: boolean,
): Predicate | null {
  const left = parts.filter((part) => part !== null)
  if (left.length < parts.length && (!isDroppable || left.length === 0)) return null
  const [only, ...more] = left
  if (only !== undefined && more.length === 0) return only
  return word === 'all' ? { all: left } : { any: left }
}

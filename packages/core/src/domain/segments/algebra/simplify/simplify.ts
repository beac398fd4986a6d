import type { Predicate } from '../../predicate.ts'
import { simplifyLeaf } from './simplify-leaf.ts'
import { simplifyAtLeast, simplifyList } from './simplify-list.ts'

// Every round takes parts away or leaves everything as it is, so few are needed.
const mostRounds = 50

/**
 * A checked predicate that matches the same customers at every instant and has no more parts: nested
 * lists are one, what stands twice or decides nothing is left out, bounds of one value are one.
 */
export function simplify(predicate: Predicate): Predicate {
  let before = predicate
  for (let round = 0; round < mostRounds; round += 1) {
    const after = simplifyOnce(before)
    if (JSON.stringify(after) === JSON.stringify(before)) return after
    before = after
  }
  return before
}

function simplifyOnce(predicate: Predicate): Predicate {
  if ('all' in predicate) return simplifyList('all', predicate.all.map(simplifyOnce))
  if ('any' in predicate) return simplifyList('any', predicate.any.map(simplifyOnce))
  if ('atLeast' in predicate)
    return simplifyAtLeast(predicate.atLeast, predicate.of.map(simplifyOnce))
  if ('not' in predicate) return negated(simplifyOnce(predicate.not))
  return simplifyLeaf(predicate)
}

function negated(predicate: Predicate): Predicate {
  if ('not' in predicate) return predicate.not
  if ('all' in predicate && predicate.all.length === 0) return { any: [] }
  if ('any' in predicate && predicate.any.length === 0) return { all: [] }
  return { not: predicate }
}

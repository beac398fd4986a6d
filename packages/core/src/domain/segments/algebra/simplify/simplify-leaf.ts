import type { FieldPredicate, LeafPredicate, Predicate } from '../../predicate.ts'
import { isPeriod } from '../../resolve/checked.ts'

/** A leaf in its plainest form; one that says nothing, or that nobody matches, as an empty list. */
export function simplifyLeaf(leaf: LeafPredicate): Predicate {
  if ('sample' in leaf) return leaf.sample >= 100 ? { all: [] } : leaf
  if ('field' in leaf) return simplifyField(leaf)
  if ('measure' in leaf && leaf.is === 'between' && leaf.value[0] === leaf.value[1])
    return { ...leaf, is: '=', value: leaf.value[0] }
  return leaf
}

function simplifyField(leaf: FieldPredicate): Predicate {
  const { field } = leaf
  if (leaf.is === 'between') {
    const [low, high] = leaf.value
    return low === high ? { field, is: '=', value: low } : leaf
  }
  if (leaf.is !== 'in' || isPeriod(leaf.value)) return leaf
  const [value, ...more] = leaf.value
  if (value === undefined) return { any: [] }
  return more.length === 0 ? { field, is: '=', value } : leaf
}

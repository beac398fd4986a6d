import type { LeafPredicate } from '../../predicate.ts'
import { satisfying } from './satisfying.ts'

/** The ways of paying that are asked about. */
export function methodsIn(leaves: readonly LeafPredicate[]): readonly string[] {
  const methods = leaves.flatMap((leaf) =>
    'payments' in leaf ? (satisfying(leaf.payments.method, 50) ?? []) : [],
  )
  return [...new Set(methods)]
}

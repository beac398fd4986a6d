import { LanggananError } from '../../domain/error/langganan-error.ts'
import type { AlgebraContext } from '../../domain/segments/algebra/context.ts'
import { contradiction } from '../../domain/segments/algebra/contradiction.ts'
import { isAttributeFieldName } from '../../domain/segments/fields/attribute-field.ts'
import { fields } from '../../domain/segments/fields/fields.ts'
import type { LeafPredicate, Predicate } from '../../domain/segments/predicate.ts'

/** Contradictions longer than this, in UTF-16 units, are told by their places alone. */
const longestTold = 300

/**
 * Refuses a predicate that matches nobody from now on.
 *
 * @throws LanggananError `PREDICATE_MATCHES_NOBODY`; `details.leaves` are the paths of what contradicts each other
 */
export function expectSatisfiable(predicate: Predicate, context: AlgebraContext): void {
  const found = contradiction(predicate, context)
  if (found === null) return
  const leaves = found.because.map(({ path }) => path)
  const isTold =
    found.text.length <= longestTold && !found.because.some((leaf) => isPersonal(leaf.predicate))
  const why = isTold ? found.text.replaceAll(/\s+/g, ' ') : leaves.join(', ')
  throw new LanggananError(
    'PREDICATE_MATCHES_NOBODY',
    `${why} can match nobody, now or later. Change or leave out one of its parts.`,
    { field: fieldOf(leaves), details: { leaves } },
  )
}

/** Where the only leaf at fault stands. */
function fieldOf(leaves: readonly string[]): string | undefined {
  const [only, ...more] = leaves
  return only === '' || more.length > 0 ? undefined : only
}

/** Whether a leaf may name a person, whom messages never do. */
function isPersonal(leaf: LeafPredicate): boolean {
  if ('labels' in leaf) return leaf.labels.by !== undefined
  if ('interactions' in leaf) return leaf.interactions.term !== undefined
  if (!('field' in leaf)) return false
  if (isAttributeFieldName(leaf.field) || leaf.field === 'birthDate') return true
  const { type } = fields[leaf.field]
  return type === 'text' || type === 'exactText'
}

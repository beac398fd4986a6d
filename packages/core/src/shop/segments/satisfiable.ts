import { isLanggananError, LanggananError } from '../../domain/error/langganan-error.ts'
import type { AlgebraContext } from '../../domain/segments/algebra/context.ts'
import { type Contradiction, contradiction } from '../../domain/segments/algebra/contradiction.ts'
import type { Catalogue } from '../../domain/segments/catalogue.ts'
import { isAttributeFieldName } from '../../domain/segments/fields/attribute-field.ts'
import { fields } from '../../domain/segments/fields/fields.ts'
import type { LeafPredicate, Predicate } from '../../domain/segments/predicate.ts'
import { parseWithPlaces } from '../../domain/segments/text/parse.ts'
import type { Place } from '../../domain/segments/text/place.ts'
import { print } from '../../domain/segments/text/print.ts'

/** Contradictions longer than this, in UTF-16 units, are told part by part. */
const longestTold = 300
const longestPart = 60

/**
 * Refuses a predicate that matches nobody from now on.
 *
 * @param given what the predicate was read from: the places in a text are told as such
 * @throws LanggananError `PREDICATE_MATCHES_NOBODY`; `details.leaves` are the paths of what contradicts each other, `details.places` where they stand in a text
 */
export function expectSatisfiable(
  predicate: Predicate,
  context: AlgebraContext,
  given: unknown,
): void {
  const found = contradiction(predicate, context)
  if (found === null) return
  const leaves = found.because.map(({ path }) => path)
  const places = placesIn(given, leaves, context)
  throw new LanggananError(
    'PREDICATE_MATCHES_NOBODY',
    `${whyOf(found, places, context)}. Change or leave out one of its parts.`,
    { field: fieldOf(leaves), details: { leaves, ...(places === null ? {} : { places }) } },
  )
}

function whyOf(
  { because, text, reason }: Contradiction,
  places: readonly Place[] | null,
  catalogue: Catalogue,
): string {
  const nobody = 'can match nobody, now or later'
  if (because.some(({ predicate }) => isPersonal(predicate)) || text.length > longestTold) {
    const parts = because.map(({ path, predicate }, i) => {
      const place = places?.[i]
      const where = place === undefined ? path : `line ${place.line}, column ${place.column}`
      return partText(predicate, catalogue) + (where === '' ? '' : ` (${where})`)
    })
    return `${parts.join(' and ')} ${nobody}`
  }
  const why = reason === null ? '' : `: ${reason}`
  return `${text.replaceAll(/\s+/g, ' ')} ${nobody}${why}`
}

/** A part as text, without what may be of a person. */
function partText(leaf: LeafPredicate, catalogue: Catalogue): string {
  const text = print(leaf, catalogue).replaceAll(/\s+/g, ' ')
  const told = isPersonal(leaf)
    ? text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '"…"').replaceAll(/\d[\d_.:TZ-]*/g, '…')
    : text
  return told.length > longestPart ? `${told.slice(0, longestPart)}…` : told
}

/** Where parts stand in the text that was given; null where it is no text of the language. */
function placesIn(
  given: unknown,
  paths: readonly string[],
  catalogue: Catalogue,
): readonly Place[] | null {
  if (typeof given !== 'string') return null
  try {
    const { placeOf } = parseWithPlaces(given, catalogue)
    return paths.map(placeOf)
  } catch (error) {
    // The name of a saved segment.
    if (!isLanggananError(error, 'PREDICATE_INVALID')) throw error
    return null
  }
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

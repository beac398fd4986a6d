import { atPlace } from '../../domain/error/at-place.ts'
import { isLanggananError } from '../../domain/error/langganan-error.ts'
import type { Predicate } from '../../domain/segments/predicate.ts'
import { referenceGiven } from '../input/arguments.ts'
import { named } from '../named.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { loadCatalogue, storedPredicate } from './catalogue.ts'
import { predicateOf } from './stored-predicate.ts'

/**
 * A predicate in JSON form, or a text: the id or name of a saved segment, else a predicate in text
 * form.
 */
export type SegmentOrPredicate = string | Predicate

/** Saved segments have names of this length at most; what is longer is a text of the language. */
const longestName = 200

/** The predicate that is meant, checked. */
export async function predicateFor(
  unit: UnitOfWork,
  segment: SegmentOrPredicate,
): Promise<Predicate> {
  if (typeof segment !== 'string') return predicateOf(segment, await loadCatalogue(unit))
  if (segment.length > longestName) return predicateOfText(unit, segment)
  const given = referenceGiven('segment', segment)
  try {
    return storedPredicate((await named(unit, 'segments', given)).predicate)
  } catch (notFound) {
    if (!isLanggananError(notFound, 'SEGMENT_NOT_FOUND')) throw notFound
    return predicateOfUnknownName(unit, segment, notFound)
  }
}

async function predicateOfText(unit: UnitOfWork, text: string): Promise<Predicate> {
  const catalogue = await loadCatalogue(unit)
  return atPlace('segment', () => predicateOf(text, catalogue))
}

/** What a text says that is no saved segment's name. */
async function predicateOfUnknownName(
  unit: UnitOfWork,
  text: string,
  notFound: unknown,
): Promise<Predicate> {
  try {
    return await predicateOfText(unit, text)
  } catch (error) {
    // Where not even the beginning can be read, a name was meant.
    const { line, column } = isLanggananError(error) ? error.details : {}
    throw line === 1 && column === 1 && !/[=<>("]/.test(text) ? notFound : error
  }
}

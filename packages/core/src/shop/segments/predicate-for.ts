import { atPlace } from '../../domain/error/at-place.ts'
import { isLanggananError } from '../../domain/error/langganan-error.ts'
import type { Predicate } from '../../domain/segments/predicate.ts'
import type { SegmentRow } from '../../domain/segments/rows.ts'
import { checked } from '../input/checked.ts'
import { reference } from '../input/values.ts'
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
  const meant = await textMeant(unit, segment, 'segment')
  return 'saved' in meant ? storedPredicate(meant.saved.predicate) : meant.predicate
}

/** The same of an input's field that is to be stored: a saved segment stays one that is referred to. */
export async function predicateReferring(
  unit: UnitOfWork,
  given: unknown,
  field: string,
): Promise<Predicate> {
  if (typeof given !== 'string') {
    const catalogue = await loadCatalogue(unit)
    return atPlace(field, () => predicateOf(given, catalogue))
  }
  const meant = await textMeant(unit, given, field)
  return 'saved' in meant ? { segment: meant.saved.id } : meant.predicate
}

type Meant = { readonly saved: SegmentRow } | { readonly predicate: Predicate }

async function textMeant(unit: UnitOfWork, text: string, field: string): Promise<Meant> {
  if (text.length > longestName) return { predicate: await predicateOfText(unit, text, field) }
  const given = checked(reference, text, field)
  try {
    return { saved: await named(unit, 'segments', given, field) }
  } catch (notFound) {
    if (!isLanggananError(notFound, 'SEGMENT_NOT_FOUND')) throw notFound
    return { predicate: await predicateOfUnknownName(unit, text, field, notFound) }
  }
}

async function predicateOfText(unit: UnitOfWork, text: string, field: string): Promise<Predicate> {
  const catalogue = await loadCatalogue(unit)
  return atPlace(field, () => predicateOf(text, catalogue))
}

/** What a text says that is no saved segment's name. */
async function predicateOfUnknownName(
  unit: UnitOfWork,
  text: string,
  field: string,
  notFound: unknown,
): Promise<Predicate> {
  try {
    return await predicateOfText(unit, text, field)
  } catch (error) {
    // Where not even the beginning can be read, or looks like what is known, a name was meant.
    const { line, column } = isLanggananError(error) ? error.details : {}
    const isAtBeginning = line === 1 && column === 1
    const isKnown = isLanggananError(error) && error.message.includes('Did you mean')
    throw isAtBeginning && !isKnown && !/[=<>("]/.test(text) ? notFound : error
  }
}

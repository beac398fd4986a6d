import type { Catalogue, DefinedSegment } from '../../domain/segments/catalogue.ts'
import { check } from '../../domain/segments/check.ts'
import type { Condition } from '../../domain/segments/condition.ts'
import type { Predicate } from '../../domain/segments/predicate.ts'
import { referencesOf } from '../../domain/segments/references-of.ts'
import { resolve } from '../../domain/segments/resolve.ts'
import { parse } from '../../domain/segments/text/parse.ts'
import { scanAll } from '../scan-all.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { definedSegment, loadCatalogue, storedPredicate } from './catalogue.ts'

/** A predicate from outside, in JSON or in text form, checked against what the shop has. */
export function predicateOf(input: unknown, catalogue: Catalogue): Predicate {
  return typeof input === 'string' ? parse(input, catalogue) : check(input, catalogue)
}

/** A predicate from outside at this call's instant. */
export async function conditionOf(unit: UnitOfWork, input: unknown): Promise<Condition> {
  const catalogue = await loadCatalogue(unit)
  return resolved(unit, predicateOf(input, catalogue), catalogue.segments)
}

/** A predicate that was checked when it was stored, at this call's instant. */
export async function storedCondition(unit: UnitOfWork, json: string): Promise<Condition> {
  return conditionAt(unit, storedPredicate(json))
}

/** A checked predicate at this call's instant. */
export async function conditionAt(unit: UnitOfWork, predicate: Predicate): Promise<Condition> {
  return resolved(unit, predicate, await segmentsBehind(unit, predicate))
}

/** What segments mean, for a predicate that names any. */
async function segmentsBehind(
  { tx }: UnitOfWork,
  predicate: Predicate,
): Promise<readonly DefinedSegment[]> {
  if (referencesOf(predicate).segment.size === 0) return []
  return (await scanAll(tx, 'segments')).map(definedSegment)
}

function resolved(
  { shop, stamp }: UnitOfWork,
  predicate: Predicate,
  segments: readonly DefinedSegment[],
): Condition {
  return resolve(predicate, { now: stamp.now, timeZone: shop.timeZone, segments })
}

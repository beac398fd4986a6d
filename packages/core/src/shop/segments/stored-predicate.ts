import type { Criterion } from '../../domain/change/change.ts'
import type { Catalogue } from '../../domain/segments/catalogue.ts'
import { check } from '../../domain/segments/check.ts'
import type { Condition } from '../../domain/segments/condition.ts'
import { criteriaOf } from '../../domain/segments/criteria-of.ts'
import type { Predicate } from '../../domain/segments/predicate.ts'
import { resolve } from '../../domain/segments/resolve.ts'
import { parse } from '../../domain/segments/text/parse.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { loadCatalogue } from './catalogue.ts'

/** A predicate from outside, in JSON or in text form, checked against what the shop has. */
export function predicateOf(input: unknown, catalogue: Catalogue): Predicate {
  return typeof input === 'string' ? parse(input, catalogue) : check(input, catalogue)
}

/** A predicate from outside at this call's instant. */
export async function conditionOf(unit: UnitOfWork, input: unknown): Promise<Condition> {
  return resolved(unit, predicateOf(input, await loadCatalogue(unit)))
}

/** A predicate that was checked when it was stored, at this call's instant. */
export function storedCondition(unit: UnitOfWork, json: string): Condition {
  return resolved(unit, storedPredicate(json))
}

/** Whether a stored predicate reads any of these criteria. */
export function dependsOn(json: string, criteria: ReadonlySet<Criterion>): boolean {
  return [...criteriaOf(storedPredicate(json))].some((criterion) => criteria.has(criterion))
}

/** Stored predicates passed `check` on their way in. */
export function storedPredicate(json: string): Predicate {
  return JSON.parse(json)
}

/** A checked predicate at this call's instant. */
export function resolved({ shop, stamp }: UnitOfWork, predicate: Predicate): Condition {
  return resolve(predicate, { now: stamp.now, timeZone: shop.timeZone })
}

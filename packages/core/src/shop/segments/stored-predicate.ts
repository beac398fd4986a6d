import type { Criterion } from '../../domain/change/change.ts'
import { check } from '../../domain/segments/check.ts'
import type { Condition } from '../../domain/segments/condition.ts'
import { criteriaOf } from '../../domain/segments/criteria-of.ts'
import type { Predicate } from '../../domain/segments/predicate.ts'
import { resolve } from '../../domain/segments/resolve.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { loadCatalogue } from './catalogue.ts'

/** A predicate from outside, checked against what the shop has, at this call's instant. */
export async function conditionOf(unit: UnitOfWork, input: unknown): Promise<Condition> {
  return resolved(unit, check(input, await loadCatalogue(unit)))
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

function resolved({ shop, stamp }: UnitOfWork, predicate: Predicate): Condition {
  return resolve(predicate, { now: stamp.now, timeZone: shop.timeZone })
}

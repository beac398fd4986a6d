import { atPlace } from '../../domain/error/at-place.ts'
import type { Condition } from '../../domain/segments/condition.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { conditionOf } from './stored-predicate.ts'

/** The `where` of an input; everybody, where it says nothing. */
export async function conditionGiven(unit: UnitOfWork, where: unknown): Promise<Condition> {
  if (where === undefined) return everybody
  return atPlace('where', () => conditionOf(unit, where))
}

const everybody: Condition = { op: 'all', of: [] }

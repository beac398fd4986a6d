import { atPlace } from '../../domain/error/at-place.ts'
import { LanggananError } from '../../domain/error/langganan-error.ts'
import type { Predicate } from '../../domain/segments/predicate.ts'
import { type LtvRange, ltvRange, ltvRule } from '../../domain/tags/ltv-rule.ts'
import { loadCatalogue, storedPredicate } from '../segments/catalogue.ts'
import { expectSatisfiable } from '../segments/satisfiable.ts'
import { predicateOf } from '../segments/stored-predicate.ts'
import type { UnitOfWork } from '../unit-of-work.ts'

/** What is given of a tag's rule; absent is left as it is, null is taken away. */
interface RuleGiven {
  readonly where?: unknown
  readonly ltvMin?: number | null | undefined
  readonly ltvMax?: number | null | undefined
}

/**
 * The rule as it is stored, after what was given of it.
 *
 * @throws LanggananError `INVALID_INPUT` for bounds beside a predicate or in the wrong order; `PREDICATE_INVALID`; `PREDICATE_MATCHES_NOBODY`
 */
export async function ruleGiven(
  unit: UnitOfWork,
  { where, ...bounds }: RuleGiven,
  before: string | null,
): Promise<string | null> {
  const hasBounds = typeof bounds.ltvMin === 'number' || typeof bounds.ltvMax === 'number'
  if (where === null && hasBounds) return ruleOfBounds(bounds, null)
  if (hasBounds && (where !== undefined || isNoRange(before))) throw twoRules()
  if (where === undefined) return ruleOfBounds(bounds, before)
  return where === null ? null : JSON.stringify(await checkedRule(unit, where))
}

/** A bound that is not spoken of stays. Bounds that are taken away from another kind of rule leave it as it is. */
function ruleOfBounds(
  { ltvMin, ltvMax }: Omit<RuleGiven, 'where'>,
  before: string | null,
): string | null {
  const range = ltvRange(before === null ? null : storedPredicate(before))
  const after = expectInOrder({
    ltvMin: ltvMin === undefined ? range.ltvMin : ltvMin,
    ltvMax: ltvMax === undefined ? range.ltvMax : ltvMax,
  })
  if (after.ltvMin === range.ltvMin && after.ltvMax === range.ltvMax) return before
  const rule = ltvRule(after)
  return rule === null ? null : JSON.stringify(rule)
}

async function checkedRule(unit: UnitOfWork, where: unknown): Promise<Predicate> {
  const catalogue = await loadCatalogue(unit)
  return atPlace('where', () => {
    const predicate = predicateOf(where, catalogue)
    expectSatisfiable(predicate, { ...catalogue, now: unit.stamp.now }, where)
    return predicate
  })
}

function isNoRange(rule: string | null): boolean {
  if (rule === null) return false
  const { ltvMin, ltvMax } = ltvRange(storedPredicate(rule))
  return ltvMin === null && ltvMax === null
}

function twoRules(): LanggananError {
  return new LanggananError(
    'INVALID_INPUT',
    'A tag has one rule: a predicate, or the bounds ltvMin and ltvMax. Give one of them; where: null takes away the predicate that a tag has, with bounds or without.',
    { field: 'where' },
  )
}

function expectInOrder(range: LtvRange): LtvRange {
  const { ltvMin, ltvMax } = range
  if (ltvMin === null || ltvMax === null || ltvMin <= ltvMax) return range
  throw new LanggananError(
    'INVALID_INPUT',
    'ltvMin lies above ltvMax, so nobody could have the tag. Swap them.',
    { field: 'ltvMin' },
  )
}

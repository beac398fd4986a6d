import fc from 'fast-check'
import { isLanggananError } from '../../domain/error/langganan-error.ts'
import type { Catalogue, DefinedSegment } from '../../domain/segments/catalogue.ts'
import { check } from '../../domain/segments/check.ts'
import type { ColumnRef } from '../../domain/segments/condition.ts'
import type { Predicate } from '../../domain/segments/predicate.ts'
import type { Sort } from '../../ports/storage/storage.ts'
import { catalogueIn } from './catalogue.ts'
import { oneOf } from './draw.ts'
import { arbitraryPopulation, type Population } from './population.ts'
import { arbitraryPredicate } from './predicate.ts'
import { arbitraryPools, type ScenePools } from './scene-pools.ts'

/** A shop with its customers, and questions about them. */
export interface Scene {
  readonly catalogue: Catalogue
  readonly pools: ScenePools
  readonly population: Population
  readonly questions: readonly Question[]
}

/** One predicate at one instant, and how its members are asked for. */
export interface Question {
  readonly predicate: Predicate
  readonly now: number
  readonly sort: Sort | undefined
  /** Pages of so many members, or all at once. */
  readonly pageSize: number | undefined
  /** Judge only every so-manieth customer, or all. */
  readonly every: number | undefined
}

/** A population with so many questions about it. */
export function arbitraryScene(questions: number): fc.Arbitrary<Scene> {
  return arbitraryPools.chain((pools) =>
    arbitraryCatalogue(pools).chain((catalogue) =>
      fc.record({
        catalogue: fc.constant(catalogue),
        pools: fc.constant(pools),
        population: arbitraryPopulation(pools, catalogue),
        questions: fc.array(arbitraryQuestion(pools, catalogue), {
          minLength: questions,
          maxLength: questions,
        }),
      }),
    ),
  )
}

/** A catalogue whose segments mean anything, some of them by other segments. */
function arbitraryCatalogue(pools: ScenePools): fc.Arbitrary<Catalogue> {
  const none = { ...catalogueIn(pools.timeZone), segments: [] }
  const [first, second, third] = catalogueIn(pools.timeZone).segments
  if (first === undefined || second === undefined || third === undefined) return fc.constant(none)
  const defined = (catalogue: Catalogue, segment: DefinedSegment): fc.Arbitrary<Catalogue> =>
    arbitraryPredicate(catalogue, pools)
      .filter((where) => isExpandable(where, catalogue))
      .map((where) => ({ ...catalogue, segments: [...catalogue.segments, { ...segment, where }] }))
  return defined(none, first)
    .chain((catalogue) => defined(catalogue, third))
    .chain((catalogue) => defined(catalogue, second))
}

function isExpandable(predicate: Predicate, catalogue: Catalogue): boolean {
  try {
    check(predicate, catalogue)
    return true
  } catch (error) {
    if (isLanggananError(error, 'PREDICATE_TOO_LARGE')) return false
    throw error
  }
}

const day = 86_400_000
const sortColumns: readonly ColumnRef[] = [
  { table: 'customers', column: 'nameFold' },
  { table: 'customers', column: 'name' },
  { table: 'customers', column: 'cityFold' },
  { table: 'customers', column: 'addedAt' },
  { table: 'facts', column: 'ltv' },
  { table: 'facts', column: 'balance' },
  { table: 'facts', column: 'lastActivityAt' },
  { table: 'facts', column: 'lastPurchaseAt' },
]

function arbitraryQuestion(pools: ScenePools, catalogue: Catalogue): fc.Arbitrary<Question> {
  const sort = fc.record({
    column: oneOf(sortColumns),
    direction: fc.constantFrom('ascending' as const, 'descending' as const),
  })
  return fc.record({
    predicate: arbitraryPredicate(catalogue, pools).filter((each) => isExpandable(each, catalogue)),
    now: fc.constantFrom(0, 0, 0, 0, 1, -1, day, 40 * day).map((later) => pools.now + later),
    sort: fc.option(sort, { nil: undefined, freq: 2 }),
    pageSize: fc.constantFrom(1, 3, 5, undefined, undefined, undefined),
    every: fc.constantFrom(2, 3, undefined, undefined, undefined),
  })
}

import { compileCondition } from '../compile-condition.ts'
import type {
  AllCondition,
  AnyCondition,
  AverageCondition,
  Condition,
  SampleCondition,
} from '../condition.ts'
import { samplePlace } from '../evaluate/sample.ts'
import { needs } from '../needs.ts'
import { atLeastFilter } from './at-least-filter.ts'
import { averageFilter } from './average-filter.ts'
import { callFilter } from './call-filter.ts'
import { conjunction } from './conjunction.ts'
import { disjunction } from './disjunction.ts'
import { costs, everything, type Filter, nothing } from './filter.ts'
import { numberFilter } from './number-filter.ts'
import type { ColumnarPopulation } from './population.ts'
import { textFilter } from './text-filter.ts'

/** A condition as a filter of a population's rows; or, if not wanted, the filter of all others. */
export function bind(
  condition: Condition,
  population: ColumnarPopulation,
  wanted: boolean,
): Filter {
  switch (condition.op) {
    case 'all':
    case 'any': {
      // That not all hold means that some do not, and that none holds means that all do not.
      const parts = bindParts(condition, population, wanted)
      return (condition.op === 'all') === wanted ? conjunction(parts) : disjunction(parts)
    }
    case 'not':
      return bind(condition.of, population, !wanted)
    case 'atLeast': {
      const parts = condition.of.map((part) => bind(part, population, true))
      return atLeastFilter(condition.count, parts, wanted)
    }
    case 'column': {
      const column = population.column(condition.column)
      return column.holds === 'numbers'
        ? numberFilter(column, condition.test, wanted)
        : textFilter(column, condition.test, wanted)
    }
    case 'average':
      return bindAverage(condition, population, wanted)
    case 'sample':
      return bindSample(condition, population, wanted)
    default:
      return judged(condition, population, wanted)
  }
}

/** The parts as filters. Those that read nothing but lists are one, so that each list is read once. */
function bindParts(
  { op, of }: AllCondition | AnyCondition,
  population: ColumnarPopulation,
  wanted: boolean,
): readonly Filter[] {
  const onLists = of.filter(readsListsOnly)
  const others = of.filter((part) => !onLists.includes(part))
  const filters = others.map((part) => bind(part, population, wanted))
  return onLists.length === 0
    ? filters
    : [...filters, judged({ op, of: onLists }, population, wanted)]
}

function readsListsOnly(condition: Condition): boolean {
  const { customers, facts, lists } = needs(condition)
  return lists.length > 0 && !customers && !facts
}

/** Asks the evaluator, view by view. */
function judged(condition: Condition, { views }: ColumnarPopulation, wanted: boolean): Filter {
  const judge = compileCondition(condition)
  return callFilter(costs.lists, wanted, (row) => {
    const view = views[row]
    return view !== undefined && judge(view)
  })
}

function bindAverage(
  condition: AverageCondition,
  population: ColumnarPopulation,
  wanted: boolean,
): Filter {
  const totals = population.column(condition.total)
  const counts = population.column(condition.count)
  if (totals.holds !== 'numbers' || counts.holds !== 'numbers') return wanted ? nothing : everything
  return averageFilter(totals.values, counts.values, condition, wanted)
}

function bindSample(
  { a, b, share }: SampleCondition,
  population: ColumnarPopulation,
  wanted: boolean,
): Filter {
  const keys = population.column({ table: 'customers', column: 'sampleKey' })
  if (keys.holds !== 'numbers') return wanted ? nothing : everything
  const { values } = keys
  return callFilter(
    costs.arithmetic,
    wanted,
    (row) => samplePlace(a, b, values[row] ?? Number.NaN) < share,
  )
}

import type { EventFilter, EventListName, EventsConditionOn, ValueTest } from '../../condition.ts'
import { compileValueTest } from '../../evaluate/value-test.ts'
import { chooseText } from './choose-text.ts'
import { earliest, mayBe, mayBeMissing, triesFor, type Wanted } from './wanted.ts'

/** Events that must be there so that a measure over them comes to what is wanted. */
export interface Demand<L extends EventListName> {
  readonly condition: EventsConditionOn<L>
  /** What the measure is to come to; an instant of the first or the last. */
  readonly target: number
}

const largestDemand = 2 ** 52

/** What is demanded of one list; undefined where a measure cannot be what is wanted. */
export function demandsOn<L extends EventListName>(
  wanted: Wanted,
  list: L,
  isOf: (condition: object) => EventsConditionOn<L> | undefined,
): readonly Demand<L>[] | undefined {
  const demands: Demand<L>[] = []
  for (const [variable, held] of wanted.store) {
    if (!variable.startsWith(`events ${list} `)) continue
    const conditions = held.map(({ literal }) => isOf(literal.condition))
    const condition = conditions.find((each) => each !== undefined)
    if (condition === undefined || isMetByNone(wanted, variable, condition)) continue
    const target = targetOf(wanted, variable, condition)
    if (target === undefined) return undefined
    demands.push({ condition, target })
  }
  return demands
}

interface Measured {
  readonly measure: string
}

function isTime({ measure }: Measured): boolean {
  return measure === 'first' || measure === 'last'
}

/** Whether a measure is what is wanted where there are no events. */
function isMetByNone(wanted: Wanted, variable: string, condition: Measured): boolean {
  return isTime(condition) ? mayBeMissing(wanted, variable) : mayBe(wanted, variable, 0)
}

/** What a measure is to come to: as little as will do, or a time. */
function targetOf(wanted: Wanted, variable: string, condition: Measured): number | undefined {
  if (!isTime(condition)) return triesFor(wanted, variable, { least: 1, most: largestDemand })[0]
  const tries = triesFor(wanted, variable, { least: earliest, most: wanted.at })
  return wanted.variant % 2 === 0 ? tries.at(-1) : tries[0]
}

/** An instant of a period that is not after now; the latest, or in other variants another. */
export function instantIn(
  wanted: Wanted,
  { after, upTo }: { readonly after: number | null; readonly upTo: number | null },
): number | undefined {
  const last = Math.min(upTo ?? wanted.at, wanted.at)
  const first = Math.max((after ?? -Infinity) + 1, last - 60 * 86_400_000)
  if (first > last) return undefined
  const tries = [last, first, Math.floor((first + last) / 2), last - 1]
  return Math.max(tries[wanted.variant % tries.length] ?? last, first)
}

/** A text of a column that passes all tests of it, and of its fold; null where it is not asked about. */
export function textOf<L extends EventListName>(
  filters: readonly EventFilter<L>[],
  column: string,
  usual: readonly string[] = [],
): string | null | undefined {
  const own = filters.filter(
    (filter) => filter.column === column || filter.column === `${column}Fold`,
  )
  if (own.length === 0) return null
  const held = own.map(({ column: name, test }) => ({
    literal: {
      op: 'literal' as const,
      constraint: {
        kind: 'test' as const,
        variable: column,
        form: name === column ? 'written' : 'folded',
        test,
      },
      condition: { op: 'reachable' as const },
      leaf: { path: '', predicate: { sample: 100, seed: '' } },
    },
    holds: true,
    level: 0,
  }))
  return chooseText(held, undefined, usual)
}

/** Whether a value passes every test of a column. */
export function passes<L extends EventListName>(
  filters: readonly EventFilter<L>[],
  column: string,
  value: string | number | null,
): boolean {
  const tests: ValueTest[] = filters
    .filter((filter) => filter.column === column)
    .map(({ test }) => test)
  return tests.every((test) => compileValueTest(test)(value))
}

import { fold, foldCodePoints } from '../../text/fold.ts'
import type { EventFilter, EventListName, EventsCondition, ValueTest } from '../condition.ts'
import { type EventFilterField, eventLists } from '../fields/event-lists.ts'
import type { EventsPredicate, EventsTest, PeriodKeys, TextFilter } from '../predicate.ts'
import { type Bounds, boundsOf } from './bounds.ts'
import { numberOf } from './checked.ts'
import type { Moment } from './moment.ts'
import { type Interval, intervalOf, periodIn } from './periods.ts'
import { boundsOfPeriod, boundsOfTime } from './resolve-instant.ts'

/** A measure over events, with everything relative settled. */
export function resolveEvents(predicate: EventsPredicate, moment: Moment): EventsCondition {
  if ('purchases' in predicate) {
    const { purchases, measure } = predicate
    return {
      ...partsOf('purchases', purchases, moment),
      measure,
      ...boundsOfTest(predicate, measure, moment),
    }
  }
  if ('payments' in predicate) {
    const { payments, measure } = predicate
    return {
      ...partsOf('payments', payments, moment),
      measure,
      ...boundsOfTest(predicate, measure, moment),
    }
  }
  const { interactions, measure } = predicate
  return {
    ...partsOf('interactions', interactions, moment),
    measure,
    ...boundsOfTest(predicate, measure, moment),
  }
}

interface Parts<L extends EventListName> extends Interval {
  readonly op: 'events'
  readonly list: L
  readonly filters: readonly EventFilter<L>[]
}

function partsOf<L extends EventListName>(list: L, chosen: PeriodKeys, moment: Moment): Parts<L> {
  const { filters, always } = eventLists[list]
  const given: Readonly<Record<string, unknown>> = { ...chosen }
  const tests: EventFilter<L>[] = [...always]
  for (const [name, field] of Object.entries(filters)) {
    const filter = given[name]
    if (isTextFilter(filter)) tests.push(filterOf(field, filter))
  }
  return { op: 'events', list, filters: tests, ...intervalIn(chosen, moment) }
}

function intervalIn(chosen: PeriodKeys, moment: Moment): Interval {
  const period = periodIn(chosen)
  return period === undefined ? { after: null, upTo: null } : intervalOf(period, moment)
}

function filterOf<L extends EventListName>(
  { column, folded }: EventFilterField<L>,
  filter: TextFilter,
): EventFilter<L> {
  if (folded === undefined)
    return { column, test: testOf(filter, { whole: asWritten, part: asWritten }) }
  if (typeof filter === 'object' && 'exactly' in filter) {
    return { column, test: { is: '=', value: filter.exactly } }
  }
  return { column: folded, test: testOf(filter, { whole: fold, part: foldCodePoints }) }
}

function asWritten(text: string): string {
  return text
}

interface Forms {
  readonly whole: (text: string) => string
  readonly part: (text: string) => string
}

function testOf(filter: TextFilter, { whole, part }: Forms): ValueTest {
  if (typeof filter === 'string') return { is: '=', value: whole(filter) }
  if ('in' in filter) return { is: 'in', values: [...new Set(filter.in.map(whole))] }
  if ('contains' in filter) return { is: 'contains', value: part(filter.contains) }
  if ('startsWith' in filter) return { is: 'startsWith', value: part(filter.startsWith) }
  if ('endsWith' in filter) return { is: 'endsWith', value: part(filter.endsWith) }
  return { is: '=', value: filter.exactly }
}

function isTextFilter(value: unknown): value is TextFilter {
  return typeof value === 'string' || (typeof value === 'object' && value !== null)
}

/** The bounds that the measure must lie in. */
function boundsOfTest(test: EventsTest, measure: string, moment: Moment): Bounds {
  if (test.is === 'in') return boundsOfPeriod(test.value, moment)
  if (test.is === 'between') {
    const [low, high] = test.value
    return { low: numberOf(low), high: numberOf(high) }
  }
  const { is, value } = test
  return isTime(measure) ? boundsOfTime(is, value, moment) : boundsOf(is, numberOf(value))
}

function isTime(measure: string): boolean {
  return measure === 'first' || measure === 'last'
}

import type { EventFilter, EventListName, EventsCondition } from '../condition.ts'
import { eventLists } from '../fields/event-lists.ts'
import type { EventsPredicate, EventsTest, PeriodKeys } from '../predicate.ts'
import { type Bounds, boundsOf } from './bounds.ts'
import { numberOf } from './checked.ts'
import { eventFilter, isFilter } from './event-filters.ts'
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
  if ('labels' in predicate) {
    const { labels, measure } = predicate
    return {
      ...partsOf('labels', labels, moment),
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
  return { op: 'events', list, filters: filtersOf(list, chosen), ...intervalIn(chosen, moment) }
}

/** What events must be like to count, whenever they are. */
export function filtersOf<L extends EventListName>(
  list: L,
  chosen: PeriodKeys,
): readonly EventFilter<L>[] {
  const { filters, always } = eventLists[list]
  const given: Readonly<Record<string, unknown>> = { ...chosen }
  const tests: EventFilter<L>[] = [...always]
  for (const [name, field] of Object.entries(filters)) {
    const filter = given[name]
    if (isFilter(filter)) tests.push(eventFilter(field, filter))
  }
  return tests
}

function intervalIn(chosen: PeriodKeys, moment: Moment): Interval {
  const period = periodIn(chosen)
  return period === undefined ? { after: null, upTo: null } : intervalOf(period, moment)
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

import type { EventListName, EventMeasure } from './condition.ts'
import { eventLists } from './fields/event-lists.ts'
import type { EventsPredicate, PeriodKeys } from './predicate.ts'

/** What a predicate asks of events, whichever list they are in. */
export interface EventQuestion {
  readonly list: EventListName
  /** The filters, and the period among them. */
  readonly chosen: PeriodKeys
  readonly measure: EventMeasure
  readonly type: 'integer' | 'money' | 'instant'
}

export function eventQuestion(predicate: EventsPredicate): EventQuestion {
  if ('purchases' in predicate) {
    const { purchases: chosen, measure } = predicate
    return { list: 'purchases', chosen, measure, type: eventLists.purchases.measures[measure] }
  }
  if ('payments' in predicate) {
    const { payments: chosen, measure } = predicate
    return { list: 'payments', chosen, measure, type: eventLists.payments.measures[measure] }
  }
  if ('labels' in predicate) {
    const { labels: chosen, measure } = predicate
    return { list: 'labels', chosen, measure, type: eventLists.labels.measures[measure] }
  }
  const { interactions: chosen, measure } = predicate
  return { list: 'interactions', chosen, measure, type: eventLists.interactions.measures[measure] }
}

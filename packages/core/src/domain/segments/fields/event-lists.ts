import type { Criterion } from '../../change/change.ts'
import type { EventFilter, EventListName, EventLists, EventMeasures } from '../condition.ts'
import type { Weekday } from '../predicate.ts'

/** An event list as data: its measures, and the filters that its rows may be chosen by. */
export interface EventList<L extends EventListName> {
  readonly dependsOn: Criterion
  readonly measures: Readonly<Record<EventMeasures[L], 'integer' | 'money' | 'instant'>>
  /** The measure where none is named. */
  readonly counts: EventMeasures[L]
  readonly filters: Readonly<Record<string, EventFilterField<L>>>
  /** Filters that always apply. */
  readonly always: readonly EventFilter<L>[]
}

/** A text or a whole number of an event's row: texts compare folded where the row keeps their fold, else as stored. */
export interface EventFilterField<L extends EventListName> {
  readonly column: keyof EventLists[L] & string
  readonly folded?: keyof EventLists[L] & string
  readonly choices?: readonly string[]
  /** The column holds the place of a word among the choices, from 1. */
  readonly isNumbered?: true
  /** The column holds whole numbers between these two, which belong to them. */
  readonly range?: readonly [least: number, greatest: number]
  /** The column holds the ids of these. */
  readonly refersTo?: 'label'
}

/** From Monday, as weeks begin. */
export const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

export const eventLists: { readonly [L in EventListName]: EventList<L> } = {
  purchases: {
    dependsOn: 'purchases',
    measures: {
      orders: 'integer',
      lines: 'integer',
      quantity: 'integer',
      total: 'money',
      distinctProducts: 'integer',
      first: 'instant',
      last: 'instant',
    },
    counts: 'orders',
    filters: {
      product: { column: 'product', folded: 'productFold' },
      category: { column: 'category', folded: 'categoryFold' },
      colour: { column: 'colour', folded: 'colourFold' },
      size: { column: 'size', folded: 'sizeFold' },
    },
    always: [],
  },
  payments: {
    dependsOn: 'payments',
    measures: { count: 'integer', total: 'money', first: 'instant', last: 'instant' },
    counts: 'count',
    filters: { method: { column: 'method', folded: 'methodFold' } },
    always: [{ column: 'kind', test: { is: '=', value: 'payment' } }],
  },
  interactions: {
    dependsOn: 'interactions',
    measures: { count: 'integer', first: 'instant', last: 'instant' },
    counts: 'count',
    filters: {
      kind: { column: 'kind', choices: ['chat', 'email', 'form', 'pageView', 'search', 'call'] },
      channel: { column: 'channel', folded: 'channelFold' },
      direction: { column: 'direction', choices: ['inbound', 'outbound'] },
      term: { column: 'term', folded: 'termFold' },
      product: { column: 'product', folded: 'productFold' },
      device: { column: 'device', folded: 'deviceFold' },
      weekday: { column: 'weekday', choices: weekdays, isNumbered: true },
      hour: { column: 'hour', range: [0, 23] },
    },
    always: [],
  },
  labels: {
    dependsOn: 'labels',
    measures: { count: 'integer', first: 'instant', last: 'instant' },
    counts: 'count',
    filters: {
      label: { column: 'labelId', refersTo: 'label' },
      by: { column: 'by', folded: 'byFold' },
    },
    always: [],
  },
}

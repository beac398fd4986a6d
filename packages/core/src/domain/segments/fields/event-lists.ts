import type { Criterion } from '../../change/change.ts'
import type { EventFilter, EventListName, EventLists, EventMeasures } from '../condition.ts'

/** An event list as data: its measures, and the filters that its rows may be chosen by. */
export interface EventList<L extends EventListName> {
  readonly dependsOn: Criterion
  readonly measures: Readonly<Record<EventMeasures[L], 'integer' | 'money' | 'instant'>>
  /** The measure where none is named. */
  readonly counts: EventMeasures[L]
  readonly filters: Readonly<Record<string, EventFilterField<L>>>
  /** Filters that always apply. */
  readonly always: readonly EventFilter<L>[]
  readonly means: string
}

/** A text of an event's row: compared folded where the row keeps its fold, else as stored. */
export interface EventFilterField<L extends EventListName> {
  readonly column: keyof EventLists[L] & string
  readonly folded?: keyof EventLists[L] & string
  readonly choices?: readonly string[]
}

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
      colour: { column: 'colour' },
      size: { column: 'size' },
    },
    always: [],
    means: 'Lines of standing orders.',
  },
  payments: {
    dependsOn: 'payments',
    measures: { count: 'integer', total: 'money', first: 'instant', last: 'instant' },
    counts: 'count',
    filters: { method: { column: 'method' } },
    always: [{ column: 'kind', test: { is: '=', value: 'payment' } }],
    means: 'Payments received.',
  },
  interactions: {
    dependsOn: 'interactions',
    measures: { count: 'integer', first: 'instant', last: 'instant' },
    counts: 'count',
    filters: {
      kind: { column: 'kind', choices: ['chat', 'email', 'form', 'pageView', 'search', 'call'] },
      channel: { column: 'channel' },
      direction: { column: 'direction', choices: ['inbound', 'outbound'] },
      term: { column: 'term', folded: 'termFold' },
      product: { column: 'product', folded: 'productFold' },
      device: { column: 'device' },
    },
    always: [],
    means: 'Messages, calls, visits, searches and forms.',
  },
}

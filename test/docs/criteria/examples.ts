import type {
  CanReceivePredicate,
  EventListName,
  EventMeasures,
  EventsPredicate,
  Predicate,
  WindowPredicate,
} from '../../../packages/core/src/domain/segments/index.ts'
import { ids } from './catalogue.ts'

/** A criterion that is no field, and how it is asked for. */
export interface Example {
  /** The key that says of what kind it is, where nothing else is said. */
  readonly title?: string
  readonly means: string
  readonly predicate: Predicate
}

/** One example of each measure; between them they use every filter. */
export const eventExamples: {
  readonly [L in EventListName]: { readonly [M in EventMeasures[L]]: EventsPredicate }
} = {
  purchases: {
    orders: {
      purchases: { product: 'KOPI-250', last: { days: 90 } },
      measure: 'orders',
      is: '>=',
      value: 3,
    },
    lines: {
      purchases: { colour: { in: ['merah', 'hitam'] } },
      measure: 'lines',
      is: '>=',
      value: 2,
    },
    quantity: {
      purchases: { size: { exactly: 'XL' }, this: 'year' },
      measure: 'quantity',
      is: 'between',
      value: [5, 20],
    },
    total: {
      purchases: { category: 'kopi', last: { months: 12 } },
      measure: 'total',
      is: '>=',
      value: 2_000_000,
    },
    distinctProducts: { purchases: {}, measure: 'distinctProducts', is: '>=', value: 4 },
    first: {
      purchases: { product: { startsWith: 'KOPI' } },
      measure: 'first',
      is: 'in',
      value: { this: 'month' },
    },
    last: {
      purchases: { product: { startsWith: 'KOPI' } },
      measure: 'last',
      is: '<=',
      value: { ago: { months: 6 } },
    },
  },
  payments: {
    count: { payments: { method: 'cod' }, measure: 'count', is: '>=', value: 1 },
    total: {
      payments: { method: 'cod', since: '2026-01-01' },
      measure: 'total',
      is: '>',
      value: 1_000_000,
    },
    first: {
      payments: { method: { contains: 'qris' } },
      measure: 'first',
      is: 'in',
      value: { last: 'quarter' },
    },
    last: { payments: {}, measure: 'last', is: '>', value: { ago: { days: 30 } } },
  },
  interactions: {
    count: {
      interactions: { kind: 'search', term: { contains: 'arabika' }, last: { days: 14 } },
      measure: 'count',
      is: '>=',
      value: 2,
    },
    first: {
      interactions: {
        channel: 'email',
        direction: 'inbound',
        weekday: { in: ['sat', 'sun'] },
        hour: { between: [18, 21] },
      },
      measure: 'first',
      is: 'in',
      value: { between: ['2026-01-01', '2026-01-31'] },
    },
    last: {
      interactions: { kind: 'pageView', product: { startsWith: 'KOPI' }, device: 'mobile' },
      measure: 'last',
      is: 'in',
      value: { last: { hours: 48 } },
    },
  },
  labels: {
    count: {
      labels: { label: ids.label, by: 'dina', last: { days: 7 } },
      measure: 'count',
      is: '>=',
      value: 1,
    },
    first: { labels: { label: ids.label }, measure: 'first', is: 'in', value: { this: 'month' } },
    last: { labels: {}, measure: 'last', is: '<=', value: { ago: { days: 90 } } },
  },
}

type KeyOf<P> = P extends unknown ? keyof P : never

/** The keys that say of what kind a predicate is; fields and events have tables of their own. */
type OtherKind = Exclude<
  KeyOf<Predicate>,
  | 'field'
  | EventListName
  | 'is'
  | 'value'
  | 'measure'
  | 'of'
  | 'at'
  | 'for'
  | 'seed'
  | 'channel'
  | 'businessNumber'
>

const windows: { readonly [Is in WindowPredicate['is']]: Example } = {
  open: {
    title: 'window is open',
    means: 'A customer service window is open: any number’s unless one is named.',
    predicate: { window: {}, is: 'open' },
  },
  closesWithin: {
    title: 'window closes within',
    means: 'A window is open and closes within a step.',
    predicate: {
      window: { businessNumber: '628111222333' },
      is: 'closesWithin',
      value: { hours: 2 },
    },
  },
}

const receiving: { readonly [What in CanReceivePredicate['canReceive']]: Example } = {
  template: {
    title: 'can receive template',
    means: 'A template may be sent over WhatsApp, by the platform’s rules.',
    predicate: { canReceive: 'template' },
  },
  freeForm: {
    title: 'can receive free-form',
    means: 'Besides, a window is open: any number’s unless one is named.',
    predicate: { canReceive: 'freeForm' },
  },
}

const bandung: Predicate = { field: 'city', is: '=', value: 'Bandung' }
const bought: Predicate = { field: 'orders', is: '>=', value: 3 }
const archived: Predicate = { field: 'archived', is: '=', value: true }

/** Every other kind; the compiler misses one that is not here. */
export const otherExamples: { readonly [K in OtherKind]: readonly Example[] } = {
  window: Object.values(windows),
  canReceive: Object.values(receiving),
  group: [{ means: 'In the group.', predicate: { group: ids.group } }],
  tag: [{ means: 'Has the tag, given by hand or by its rule.', predicate: { tag: ids.tag } }],
  label: [{ means: 'Has the label now.', predicate: { label: ids.label } }],
  hadLabel: [
    {
      means: 'Had the label at the end of that local day.',
      predicate: { hadLabel: ids.label, at: '2026-02-01' },
    },
  ],
  segment: [
    {
      means: 'Belongs to the saved segment, by its definition.',
      predicate: { segment: ids.segment },
    },
    {
      title: 'segment for',
      means: 'Has belonged to the tracked segment for that long.',
      predicate: { segment: ids.segment, for: { days: 30 } },
    },
  ],
  consent: [
    {
      means: 'Decided so, last, for a purpose on any channel.',
      predicate: { consent: 'marketing', is: 'granted' },
    },
    {
      title: 'consent on a channel',
      means: 'The same on one channel.',
      predicate: { consent: 'marketing', is: 'withdrawn', channel: 'whatsapp' },
    },
  ],
  expectedPurchases: [
    {
      means: 'Purchases that a model expects within 30, 90, 180 or 365 days. May be missing.',
      predicate: { expectedPurchases: { days: 90 }, is: '>=', value: 2 },
    },
  ],
  sample: [
    {
      means: 'So many percent of all customers, the same ones for the same seed.',
      predicate: { sample: 10, seed: 'ab-1' },
    },
  ],
  all: [{ means: 'Every part holds; true without parts.', predicate: { all: [bandung, bought] } }],
  any: [{ means: 'Some part holds; false without parts.', predicate: { any: [bandung, bought] } }],
  not: [
    {
      means: 'The complement; customers whose value is missing belong to it.',
      predicate: { not: { field: 'city', is: '=', value: 'Bandung' } },
    },
  ],
  atLeast: [
    {
      means: 'At least so many of the parts hold.',
      predicate: { atLeast: 2, of: [bandung, bought, { not: archived }] },
    },
  ],
}

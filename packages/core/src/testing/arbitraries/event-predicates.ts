import fc from 'fast-check'
import type { Catalogue } from '../../domain/segments/catalogue.ts'
import { weekdays } from '../../domain/segments/fields/event-lists.ts'
import type {
  EventsPredicate,
  EventsTest,
  HourFilter,
  InteractionFilters,
  LabelFilters,
  PaymentFilters,
  PeriodKeys,
  PurchaseFilters,
  TextFilter,
} from '../../domain/segments/predicate.ts'
import { foldCodePoints } from '../../domain/text/fold.ts'
import { oneOf, someOf } from './draw.ts'
import {
  channels,
  colours,
  devices,
  hours,
  lineAmounts,
  methods,
  people,
  productCategories,
  products,
  sizes,
} from './pools.ts'
import type { ScenePools } from './scene-pools.ts'
import { arbitraryPeriod, arbitraryTimeTest } from './times.ts'

/** A measure over purchases, payments, interactions or labels, with any filters. */
export function arbitraryEventsPredicate(
  pools: ScenePools,
  catalogue: Catalogue,
): fc.Arbitrary<EventsPredicate> {
  return fc.oneof(
    { weight: 2, arbitrary: purchasesPredicate(pools) },
    paymentsPredicate(pools),
    interactionsPredicate(pools),
    arbitraryLabelsPredicate(pools, catalogue),
  )
}

function purchasesPredicate(pools: ScenePools): fc.Arbitrary<EventsPredicate> {
  const filters = filtersOf({
    product: textFilter(products),
    category: textFilter(productCategories),
    colour: textFilter(colours),
    size: textFilter(sizes),
  })
  return withMeasure(
    pools,
    { counts: ['orders', 'lines', 'quantity', 'distinctProducts'], sums: ['total'] },
    filters,
    (purchases, measure, test) => ({ purchases, measure, ...test }),
  )
}

function paymentsPredicate(pools: ScenePools): fc.Arbitrary<EventsPredicate> {
  return withMeasure(
    pools,
    { counts: ['count'], sums: ['total'] },
    filtersOf({ method: textFilter(methods) }),
    (payments, measure, test) => ({ payments, measure, ...test }),
  )
}

function interactionsPredicate(pools: ScenePools): fc.Arbitrary<EventsPredicate> {
  const filters = filtersOf({
    kind: wordFilter(['chat', 'email', 'form', 'pageView', 'search', 'call']),
    channel: textFilter(channels),
    direction: wordFilter(['inbound', 'outbound']),
    term: textFilter(pools.texts),
    product: textFilter(products),
    device: textFilter(devices),
    weekday: wordFilter(weekdays),
    hour: hourFilter,
  })
  return withMeasure(
    pools,
    { counts: ['count'], sums: [] },
    filters,
    (interactions, measure, test) => ({
      interactions,
      measure,
      ...test,
    }),
  )
}

/** A measure over labels put on. */
export function arbitraryLabelsPredicate(
  pools: ScenePools,
  { labels }: Catalogue,
): fc.Arbitrary<EventsPredicate> {
  const filters = filtersOf({
    label: wordFilter(labels.map(({ id }) => id)),
    by: textFilter(people),
  })
  return withMeasure(pools, { counts: ['count'], sums: [] }, filters, (chosen, measure, test) => ({
    labels: chosen,
    measure,
    ...test,
  }))
}

type Filters = PurchaseFilters & PaymentFilters & InteractionFilters & LabelFilters
type Filter<F extends keyof Filters> = NonNullable<Filters[F]>

/** No filter, one, or several: few, so that rows are left. */
function filtersOf<N extends keyof Filters>(
  filters: { readonly [F in N]: fc.Arbitrary<Filter<F>> },
): fc.Arbitrary<Filters> {
  const some: fc.Arbitrary<Filters> = fc.record<{ [F in N]: Filter<F> }, never>(filters, {
    requiredKeys: [],
  })
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    { weight: 3, arbitrary: fc.tuple(some, fc.nat(10)).map(([chosen, nth]) => only(chosen, nth)) },
    { weight: 1, arbitrary: some },
  )
}

function only(filters: Filters, nth: number): Filters {
  const entries = Object.entries(filters)
  return Object.fromEntries(entries.filter((_, i) => i === nth % entries.length))
}

function withMeasure<S extends string, C extends string>(
  pools: ScenePools,
  measures: { readonly counts: readonly C[]; readonly sums: readonly S[] },
  filters: fc.Arbitrary<Filters>,
  make: (
    filters: Filters & PeriodKeys,
    measure: C | S | 'first' | 'last',
    test: EventsTest,
  ) => EventsPredicate,
): fc.Arbitrary<EventsPredicate> {
  const counted = numberTest([0, 1, 2, 3, 10])
  const summed = numberTest(lineAmounts.flatMap((amount) => [amount, 2 * amount + 1, -1]))
  const period: fc.Arbitrary<PeriodKeys> = fc.oneof(fc.constant({}), arbitraryPeriod(pools))
  const tests = fc.oneof(
    ...measures.counts.map((measure) => fc.tuple(fc.constant(measure), counted)),
    ...measures.sums.map((measure) => fc.tuple(fc.constant(measure), summed)),
    fc.tuple(fc.constant('first' as const), arbitraryTimeTest(pools)),
    fc.tuple(fc.constant('last' as const), arbitraryTimeTest(pools)),
  )
  return fc
    .tuple(filters, period, tests)
    .map(([chosen, time, [measure, test]]) => make({ ...chosen, ...time }, measure, test))
}

function numberTest(values: readonly number[]): fc.Arbitrary<EventsTest> {
  const value = oneOf(values)
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        is: fc.constantFrom(...(['=', '<', '<=', '>', '>='] as const)),
        value,
      }),
    },
    fc.tuple(value, value).map(([a, b]) => ({
      is: 'between' as const,
      value: a < b ? ([a, b] as const) : ([b, a] as const),
    })),
  )
}

function wordFilter<W extends string>(
  words: readonly W[],
): fc.Arbitrary<W | { readonly in: readonly W[] }> {
  return fc.oneof(
    oneOf(words),
    someOf(words, 3).map((list) => ({ in: [...new Set(list)] })),
  )
}

const hour = oneOf(hours)
const hourFilter: fc.Arbitrary<HourFilter> = fc.oneof(
  hour,
  someOf(hours, 3).map((list) => ({ in: [...new Set(list)] })),
  fc.tuple(hour, hour).map(([a, b]) => ({ between: [Math.min(a, b), Math.max(a, b)] as const })),
)

function textFilter(texts: readonly string[]): fc.Arbitrary<TextFilter> {
  const text = oneOf(texts)
  const part = text.map((whole) => {
    const [first = '', second = ''] = Array.from(whole)
    return foldCodePoints(first).trim() === '' ? whole : first + second
  })
  return fc.oneof(
    { weight: 3, arbitrary: text },
    someOf(texts, 3).map((list) => ({ in: [...new Set(list)] })),
    part.map((contains) => ({ contains })),
    part.map((startsWith) => ({ startsWith })),
    text.map((endsWith) => ({ endsWith })),
    text.map((exactly) => ({ exactly })),
  )
}

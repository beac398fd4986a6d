import fc from 'fast-check'
import type { Predicate } from '../../../../src/domain/segments/predicate.ts'

const amount = fc.integer({ min: 0, max: 20 })
const count = fc.integer({ min: 0, max: 4 })
const comparison = fc.constantFrom('=', '<', '<=', '>', '>=')

const money: fc.Arbitrary<Predicate> = fc.record({
  field: fc.constantFrom(
    'ltv',
    'paid',
    'refunded',
    'ordersTotal',
    'averageOrder',
    'averageOrder',
    'balance',
    'receivable',
    'credit',
    'overdueBalance',
  ),
  is: comparison,
  value: amount,
})

const givenBack: fc.Arbitrary<Predicate> = fc.record({
  field: fc.constantFrom('refunded', 'credit', 'ltv'),
  is: comparison,
  value: fc.integer({ min: 0, max: 12 }),
})

const counted: fc.Arbitrary<Predicate> = fc.record({
  field: fc.constantFrom('orders', 'paidOrders', 'pieces', 'interactions'),
  is: comparison,
  value: count,
})

const between: fc.Arbitrary<Predicate> = fc
  .tuple(fc.constantFrom('ltv', 'balance', 'averageOrder'), amount, count)
  .map(([field, low, more]) => ({ field, is: 'between', value: [low, low + more] }))

const filters = fc.constantFrom(
  {},
  { product: 'A' },
  { product: { in: ['B', 'C'] } },
  { product: 'A', last: { days: 30 } },
  { category: 'kopi' },
)

const purchases: fc.Arbitrary<Predicate> = fc.oneof(
  fc.record({
    purchases: filters,
    measure: fc.constantFrom('orders', 'lines', 'quantity', 'distinctProducts'),
    is: comparison,
    value: count,
  }),
  fc.record({ purchases: filters, measure: fc.constant('total'), is: comparison, value: amount }),
)

const others: fc.Arbitrary<Predicate> = fc.oneof(
  fc.record({
    payments: fc.constantFrom({}, { method: 'cod' }),
    measure: fc.constantFrom('count', 'total'),
    is: comparison,
    value: count,
  }),
  fc.record({
    interactions: fc.constantFrom({}, { kind: 'search' }, { direction: 'outbound' }),
    measure: fc.constant('count'),
    is: comparison,
    value: count,
  }),
  fc.constantFrom<Predicate>(
    { field: 'productive', is: '=', value: true },
    { field: 'loyalty', is: '=', value: 'loyal' },
    { field: 'loyalty', is: 'in', value: ['regular', 'repeat'] },
    { field: 'lastPurchase', is: '<=', value: { ago: { days: 30 } } },
    { window: {}, is: 'open' },
    { tag: 'tag-0' },
    { tag: 'tag-1' },
  ),
)

const interests: fc.Arbitrary<Predicate> = fc.constantFrom<Predicate>(
  { field: 'interests', is: '=', value: 'kopi' },
  { field: 'interests', is: '=', value: 'teh' },
  { field: 'interests', is: 'contains', value: 'k' },
  { field: 'interests', is: 'in', value: ['teh', 'kopi susu'] },
  { field: 'interests', is: 'missing' },
)

const leaf = fc.oneof(
  { weight: 4, arbitrary: money },
  { weight: 2, arbitrary: counted },
  { weight: 3, arbitrary: givenBack },
  { weight: 1, arbitrary: between },
  { weight: 3, arbitrary: purchases },
  { weight: 2, arbitrary: others },
  { weight: 2, arbitrary: interests },
)
const few = fc.array(
  fc.oneof(
    leaf,
    leaf.map((not) => ({ not })),
  ),
  { minLength: 2, maxLength: 3 },
)

/** Predicates whose bounds are so small that every smaller action can be tried. */
export const smallPredicates: fc.Arbitrary<Predicate> = fc.oneof(
  leaf,
  few.map((all): Predicate => ({ all })),
  few.map((any): Predicate => ({ any })),
  few.map((of): Predicate => ({ atLeast: 2, of })),
  few.map((any): Predicate => ({ not: { any } })),
)

import fc from 'fast-check'
import { ago, type Blank, day, hour, idOf } from './command.ts'
import { anyOf, calls, fields, livesOf, made, type Weighted } from './draw.ts'
import type { Life } from './lives.ts'
import { dueDates } from './pools.ts'

/**
 * Lives in which time and writes bring customers into what is kept up and out of it. All times are
 * whole hours, so that a reference can look at every hour.
 */
export const keptLives: fc.Arbitrary<Life> = fc.record({
  currency: fc.constant('IDR'),
  timeZone: anyOf(['Asia/Jakarta', 'UTC', 'America/New_York']),
  commands: fc.constant(null).chain(() => livesOf(commands, 24)),
})

const someone = made('customer', 3)
const aTag = made('tag', 2)
const aSegment = made('segment', 3)

/** Up to ten days ago, mostly less than two. */
const hoursAgo: fc.Arbitrary<Blank> = fc
  .oneof(fc.nat(48), fc.nat(240))
  .map((hours) => ago(hours * hour))

const timely: readonly unknown[] = [
  { field: 'lastPurchase', is: '<=', value: { ago: { days: 3 } } },
  { field: 'lastPurchase', is: 'in', value: { last: { hours: 36 } } },
  { field: 'firstPurchase', is: 'in', value: { this: 'month' } },
  { field: 'lastActivity', is: 'in', value: { last: 'day' } },
  { field: 'added', is: 'in', value: { this: 'week' } },
  { purchases: { last: { days: 5 } }, measure: 'orders', is: '>=', value: 2 },
  { purchases: { product: 'KOPI-250', this: 'week' }, measure: 'total', is: '>=', value: 100_000 },
  { interactions: {}, measure: 'last', is: '<=', value: { ago: { days: 1 } } },
  { window: {}, is: 'open' },
  { window: {}, is: 'closesWithin', value: { hours: 2 } },
  { canReceive: 'freeForm' },
  { field: 'birthday', is: 'in', value: { next: { days: 7 } } },
  { field: 'firstPurchaseAnniversary', is: 'in', value: { this: 'day' } },
  { field: 'loyalty', is: '=', value: 'slipping' },
  { field: 'overdueBalance', is: '>', value: 0 },
  { field: 'blacklisted', is: '=', value: true },
]

const lasting: readonly unknown[] = [
  { field: 'ltv', is: '>=', value: 100_000 },
  { field: 'orders', is: '>=', value: 1 },
  { field: 'city', is: '=', value: 'Bandung' },
  { all: [] },
]

const leaf = fc.oneof(
  { weight: 6, arbitrary: anyOf(timely) },
  { weight: 2, arbitrary: anyOf(lasting) },
  { weight: 2, arbitrary: aTag.map((tag) => ({ tag })) },
  { weight: 2, arbitrary: aSegment.map((segment) => ({ segment, for: { hours: 30 } })) },
  { weight: 1, arbitrary: aSegment.map((segment) => ({ segment })) },
)

const predicate: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: leaf },
  { weight: 1, arbitrary: leaf.map((not) => ({ not })) },
  { weight: 2, arbitrary: fc.tuple(leaf, leaf).map((all) => ({ all })) },
  { weight: 1, arbitrary: fc.tuple(leaf, leaf).map(([a, b]) => ({ any: [a, { not: b }] })) },
)

const line = { product: 'KOPI-250', quantity: 1, price: 60_000 }
const orderNumber = fc.nat(9).map((n) => `INV-${n}`)
const order = fields(
  {
    customer: someone,
    orderId: orderNumber,
    at: hoursAgo,
    lines: fc.constant([line]),
    paid: fc.boolean(),
    dueDate: anyOf(dueDates.slice(0, 2)),
  },
  'customer',
  'orderId',
  'at',
  'lines',
)

const commands: readonly Weighted[] = [
  [
    8,
    calls(
      'clock.step',
      fc.oneof(fc.nat(30), fc.nat(400)).map((hours) => hours * hour),
    ),
  ],
  [3, calls('tick')],
  [1, calls('rebuild')],
  [
    6,
    calls(
      'segments.create',
      fields(
        { name: fc.uuid(), where: predicate, tracked: fc.constant(true) },
        'name',
        'where',
        'tracked',
      ),
    ),
  ],
  [2, calls('segments.edit', aSegment, fields({ where: predicate, tracked: fc.boolean() }))],
  [1, calls('segments.delete', aSegment)],
  [4, calls('tags.create', fields({ name: fc.uuid(), where: predicate }, 'name', 'where'))],
  [1, calls('tags.edit', aTag, fields({ where: predicate }, 'where'))],
  [1, calls('tags.delete', aTag)],
  [1, calls('tags.assign', aTag, someone)],
  [1, calls('tags.unassign', aTag, someone)],
  [5, calls('transactions.record', order)],
  [
    2,
    calls(
      'transactions.pay',
      fields(
        { orderId: orderNumber, amount: fc.constant(60_000), at: hoursAgo },
        'orderId',
        'amount',
      ),
    ),
  ],
  [
    4,
    calls(
      'interactions.record',
      fields(
        { customer: someone, kind: fc.constant('chat'), at: hoursAgo },
        'customer',
        'kind',
        'at',
      ),
    ),
  ],
  [
    2,
    calls(
      'customers.add',
      fields(
        {
          name: anyOf(['Sari', 'Budi']),
          birthDate: anyOf(['1990-03-14', '1992-02-29', '2001-03-31']),
          city: anyOf(['Bandung', 'Medan']),
        },
        'name',
      ),
    ),
  ],
  [
    1,
    calls(
      'customers.edit',
      someone,
      fields({ city: anyOf(['Bandung', 'Medan']), birthDate: fc.constant('1985-03-20') }),
    ),
  ],
  [
    1,
    calls(
      'customers.blacklist',
      someone,
      fc.constant({ reason: 'fiktif', until: new Date(Date.UTC(2026, 2, 16, 5)) }),
    ),
  ],
  [1, calls('customers.delete', someone)],
  [1, calls('value.refreshRhythm')],
]

/** Somebody is there from the beginning, and something is kept up. */
export const keptOpening: readonly { readonly call: string; readonly args: readonly unknown[] }[] =
  [
    { call: 'customers.add', args: [{ name: 'Sari', birthDate: '1990-03-12' }] },
    { call: 'customers.add', args: [{ name: 'Budi', phone: '0812-3456-7890' }] },
    {
      call: 'transactions.record',
      args: [
        {
          customer: idOf('customer', 0),
          orderId: 'INV-100',
          at: ago(2 * day),
          lines: [line],
          paid: true,
        },
      ],
    },
    {
      call: 'tags.create',
      args: [
        {
          name: 'Perlu disapa',
          where: { field: 'lastPurchase', is: '<=', value: { ago: { days: 3 } } },
        },
      ],
    },
    {
      call: 'segments.create',
      args: [{ name: 'Disapa', where: { tag: idOf('tag', 0) }, tracked: true }],
    },
  ]

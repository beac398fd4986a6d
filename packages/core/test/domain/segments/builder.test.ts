import { expect, test } from 'vitest'
import { interactions, payments, purchases } from '../../../src/domain/segments/builder/events.ts'
import { field } from '../../../src/domain/segments/builder/field.ts'
import {
  all,
  any,
  atLeast,
  canReceiveFreeForm,
  canReceiveTemplate,
  hasTag,
  inGroup,
  inSample,
  not,
  windowClosesWithin,
  windowIsOpen,
} from '../../../src/domain/segments/builder/logic.ts'
import { check } from '../../../src/domain/segments/check.ts'
import type { Predicate } from '../../../src/domain/segments/predicate.ts'
import { catalogue } from './shop.ts'

test.each<[Predicate, Predicate]>([
  [
    all(
      field('ltv').atLeast(5_000_000),
      purchases({ product: 'KOPI-250', last: { days: 90 } }).orders.atLeast(3),
      not(inGroup('group-0')),
    ),
    {
      all: [
        { field: 'ltv', is: '>=', value: 5_000_000 },
        {
          purchases: { product: 'KOPI-250', last: { days: 90 } },
          measure: 'orders',
          is: '>=',
          value: 3,
        },
        { not: { group: 'group-0' } },
      ],
    },
  ],
  [
    any(hasTag('tag-0'), inSample(10, 'ab-1')),
    { any: [{ tag: 'tag-0' }, { sample: 10, seed: 'ab-1' }] },
  ],
  [
    atLeast(1, windowIsOpen(), windowIsOpen('1')),
    {
      atLeast: 1,
      of: [
        { window: {}, is: 'open' },
        { window: { businessNumber: '1' }, is: 'open' },
      ],
    },
  ],
  [windowClosesWithin({ hours: 2 }), { window: {}, is: 'closesWithin', value: { hours: 2 } }],
  [field('city').is('Bandung'), { field: 'city', is: '=', value: 'Bandung' }],
  [field('city').in(['Bandung']), { field: 'city', is: 'in', value: ['Bandung'] }],
  [field('city').between('a', 'c'), { field: 'city', is: 'between', value: ['a', 'c'] }],
  [field('name').contains('sri'), { field: 'name', is: 'contains', value: 'sri' }],
  [field('name').startsWith('sri'), { field: 'name', is: 'startsWith', value: 'sri' }],
  [field('name').endsWith('sri'), { field: 'name', is: 'endsWith', value: 'sri' }],
  [field('name').exactly('Sri'), { field: 'name', is: 'exactly', value: 'Sri' }],
  [field('email').isMissing(), { field: 'email', is: 'missing' }],
  [field('orders').is(1), { field: 'orders', is: '=', value: 1 }],
  [field('orders').atMost(1), { field: 'orders', is: '<=', value: 1 }],
  [field('orders').moreThan(1), { field: 'orders', is: '>', value: 1 }],
  [field('orders').lessThan(1), { field: 'orders', is: '<', value: 1 }],
  [field('age').between(25, 34), { field: 'age', is: 'between', value: [25, 34] }],
  [field('archived').is(false), { field: 'archived', is: '=', value: false }],
  [
    field('loyalty').in(['slipping', 'lapsed']),
    { field: 'loyalty', is: 'in', value: ['slipping', 'lapsed'] },
  ],
  [field('birthDate').before('2000-01-01'), { field: 'birthDate', is: '<', value: '2000-01-01' }],
  [field('birthDate').on('2000-01-01'), { field: 'birthDate', is: '=', value: '2000-01-01' }],
  [field('birthDate').since('2000-01-01'), { field: 'birthDate', is: '>=', value: '2000-01-01' }],
  [
    field('birthday').in({ next: { days: 7 } }),
    { field: 'birthday', is: 'in', value: { next: { days: 7 } } },
  ],
  [
    field('lastPurchase').moreThanAgo({ days: 60 }),
    { field: 'lastPurchase', is: '<=', value: { ago: { days: 60 } } },
  ],
  [
    field('lastPurchase').lessThanAgo({ days: 60 }),
    { field: 'lastPurchase', is: '>', value: { ago: { days: 60 } } },
  ],
  [
    field('lastPurchase').in({ this: 'month' }),
    { field: 'lastPurchase', is: 'in', value: { this: 'month' } },
  ],
  [
    field('lastPurchase').until('2026-01-31'),
    { field: 'lastPurchase', is: 'in', value: { until: '2026-01-31' } },
  ],
  [
    field('added').between('2026-01-01', '2026-01-31'),
    { field: 'added', is: 'in', value: { between: ['2026-01-01', '2026-01-31'] } },
  ],
  [canReceiveTemplate(), { canReceive: 'template' }],
  [canReceiveFreeForm(), { canReceive: 'freeForm' }],
  [canReceiveFreeForm('628111'), { canReceive: 'freeForm', businessNumber: '628111' }],
  [
    field('overdue').moreThanAgo({ days: 30 }),
    { field: 'overdue', is: '<=', value: { ago: { days: 30 } } },
  ],
  [
    field('overdueBalance').atLeast(1_000_000),
    { field: 'overdueBalance', is: '>=', value: 1_000_000 },
  ],
  [
    field('firstPurchaseAnniversary').in({ next: { days: 3 } }),
    { field: 'firstPurchaseAnniversary', is: 'in', value: { next: { days: 3 } } },
  ],
  [field('emailBounced').is(true), { field: 'emailBounced', is: '=', value: true }],
  [
    interactions({
      weekday: { in: ['sat', 'sun'] },
      hour: { between: [18, 21] },
      last: { days: 30 },
    }).count.atLeast(3),
    {
      interactions: {
        weekday: { in: ['sat', 'sun'] },
        hour: { between: [18, 21] },
        last: { days: 30 },
      },
      measure: 'count',
      is: '>=',
      value: 3,
    },
  ],
  [field('attr.weight').moreThan(2.5), { field: 'attr.weight', is: '>', value: 2.5 }],
  [
    purchases().distinctProducts.between(1, 2),
    { purchases: {}, measure: 'distinctProducts', is: 'between', value: [1, 2] },
  ],
  [
    purchases({ category: 'kopi' }).last.moreThanAgo({ months: 2 }),
    { purchases: { category: 'kopi' }, measure: 'last', is: '<=', value: { ago: { months: 2 } } },
  ],
  [
    payments({ method: 'cod' }).total.atLeast(1),
    { payments: { method: 'cod' }, measure: 'total', is: '>=', value: 1 },
  ],
  [
    interactions({ kind: 'search' }).first.on('2026-01-31'),
    { interactions: { kind: 'search' }, measure: 'first', is: 'in', value: { on: '2026-01-31' } },
  ],
])('%j', (built, json) => {
  expect(built).toEqual(json)
  expect(check(built, catalogue)).toEqual(json)
})

test('a test that a field does not take is no method of it', () => {
  // @ts-expect-error money is no text
  expect(field('ltv').contains?.('x')).toBeDefined()
  // @ts-expect-error a time is compared with times
  expect(() => field('added').atLeast(3)).toThrow()
})

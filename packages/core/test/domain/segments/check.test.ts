import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isLanggananError } from '../../../src/domain/error/langganan-error.ts'
import { check } from '../../../src/domain/segments/check.ts'
import { eventLists } from '../../../src/domain/segments/fields/event-lists.ts'
import { fieldNames, findField } from '../../../src/domain/segments/fields/find-field.ts'
import { operatorsOf } from '../../../src/domain/segments/fields/operators.ts'
import { arbitraryPredicate } from '../../../src/testing/arbitraries/predicate.ts'
import { catalogue } from './shop.ts'

function problem(input: unknown): { code: string; field: string | undefined; message: string } {
  try {
    check(input, catalogue)
  } catch (error) {
    if (isLanggananError(error))
      return { code: error.code, field: error.field, message: error.message }
    throw error
  }
  throw new Error(`accepted ${JSON.stringify(input)}`)
}

describe('the JSON form', () => {
  test.each([
    { all: [] },
    { any: [] },
    { not: { all: [] } },
    { atLeast: 2, of: [{ group: 'group-0' }, { tag: 'tag-0' }, { any: [] }] },
    { field: 'ltv', is: '>=', value: 5000000 },
    { field: 'lastPurchase', is: '<=', value: { ago: { days: 60 } } },
    { field: 'added', is: 'in', value: { last: { days: 7 } } },
    { field: 'firstPurchase', is: 'in', value: { this: 'month' } },
    { field: 'birthday', is: 'in', value: { next: { days: 7 } } },
    { field: 'city', is: 'in', value: ['Bandung', 'Jakarta'] },
    { field: 'city', is: 'in', value: [] },
    { field: 'email', is: 'missing' },
    { field: 'name', is: 'exactly', value: 'Sri' },
    { field: 'age', is: 'between', value: [25, 34] },
    { field: 'attr.skinType', is: '=', value: 'oily' },
    { field: 'attr.constructor', is: '=', value: 'x' },
    { field: 'attr.weight', is: '>', value: 2.5 },
    { field: 'attr.member', is: '=', value: true },
    { field: 'attr.since', is: '<', value: '2026-02-28' },
    {
      purchases: { product: 'KOPI-250', last: { days: 90 } },
      measure: 'orders',
      is: '>=',
      value: 3,
    },
    { payments: { method: 'cod' }, measure: 'count', is: '>=', value: 1 },
    {
      interactions: { kind: 'search', term: { contains: 'arabika' } },
      measure: 'last',
      is: '>',
      value: { ago: { days: 14 } },
    },
    { window: {}, is: 'open' },
    { window: { businessNumber: '628111' }, is: 'closesWithin', value: { hours: 2 } },
    { canReceive: 'freeForm' },
    { canReceive: 'freeForm', businessNumber: '628111' },
    { canReceive: 'template' },
    { field: 'overdue', is: '<=', value: { ago: { days: 30 } } },
    { field: 'overdueBalance', is: '>=', value: 1_000_000 },
    { field: 'firstPurchaseAnniversary', is: 'in', value: { next: { days: 3 } } },
    { field: 'emailBounced', is: '=', value: true },
    {
      interactions: { weekday: { in: ['sat', 'sun'] }, hour: { between: [18, 21] } },
      measure: 'count',
      is: '>=',
      value: 3,
    },
    {
      interactions: { weekday: 'mon', hour: { in: [0, 23] } },
      measure: 'count',
      is: '>',
      value: 0,
    },
    { interactions: { hour: 9 }, measure: 'first', is: 'in', value: { this: 'day' } },
    { sample: 10, seed: 'ab-1' },
  ])('takes $0 as it is', (input) => {
    expect(check(input, catalogue)).toEqual(input)
  })

  test('every field as missing, where it may be', () => {
    for (const name of fieldNames(catalogue)) {
      const found = findField(name, catalogue)
      if (found === undefined) throw new Error(name)
      const { field } = found
      const missing = { field: name, is: 'missing' }
      if (field.optional) expect(check(missing, catalogue)).toEqual(missing)
      else expect(() => check(missing, catalogue)).toThrow('missing')
      expect(operatorsOf(field).includes('missing')).toBe(field.optional)
    }
  })

  test.each([
    [
      'a number with spaces around it',
      { canReceive: 'freeForm', businessNumber: ' 628111 ' },
      { canReceive: 'freeForm', businessNumber: '628111' },
    ],
    [
      'a period without is',
      { field: 'added', in: { this: 'month' } },
      { field: 'added', is: 'in', value: { this: 'month' } },
    ],
    [
      'a period in a period',
      { field: 'added', is: 'in', value: { in: { this: 'month' } } },
      { field: 'added', is: 'in', value: { this: 'month' } },
    ],
    [
      'today',
      { field: 'added', is: 'in', value: 'today' },
      { field: 'added', is: 'in', value: { this: 'day' } },
    ],
    [
      'a date compared',
      { field: 'added', is: '<', value: '2026-01-31' },
      { field: 'added', is: 'in', value: { before: '2026-01-31' } },
    ],
    [
      'dates between',
      { field: 'added', is: 'between', value: ['2026-01-01', '2026-01-31'] },
      { field: 'added', is: 'in', value: { between: ['2026-01-01', '2026-01-31'] } },
    ],
    [
      'an instant with an offset',
      { field: 'added', is: '>', value: '2026-01-31T07:00:00+07:00' },
      { field: 'added', is: '>', value: '2026-01-31T00:00:00.000Z' },
    ],
    [
      'money with its currency',
      { field: 'ltv', is: '>', value: { minor: 5, currency: 'IDR' } },
      { field: 'ltv', is: '>', value: 5 },
    ],
    [
      'values twice',
      { field: 'city', is: 'in', value: ['a', 'a'] },
      { field: 'city', is: 'in', value: ['a'] },
    ],
    [
      'minus zero',
      { field: 'attr.weight', is: '=', value: -0 },
      { field: 'attr.weight', is: '=', value: 0 },
    ],
    [
      'no measure',
      { purchases: {}, is: '>=', value: 1 },
      { purchases: {}, measure: 'orders', is: '>=', value: 1 },
    ],
    ['an open window', { window: 'open' }, { window: {}, is: 'open' }],
    [
      'undefined',
      { window: { businessNumber: undefined }, is: 'open' },
      { window: {}, is: 'open' },
    ],
  ])('normalises %s', (_, input, normal) => {
    expect(check(input, catalogue)).toEqual(normal)
    expect(JSON.stringify(check(input, catalogue))).toBe(JSON.stringify(normal))
  })

  test('gives a frozen copy of its own', () => {
    const input = { all: [{ field: 'city', is: 'in', value: ['Bandung'] }] }
    const checked = check(input, catalogue)
    input.all[0]?.value.push('Jakarta')
    expect(checked).toEqual({ all: [{ field: 'city', is: 'in', value: ['Bandung'] }] })
    expect(Object.isFrozen(checked)).toBe(true)
    expect('all' in checked && Object.isFrozen(checked.all[0])).toBe(true)
  })

  test('drawn predicates are in normal form', () => {
    fc.assert(
      fc.property(arbitraryPredicate(catalogue), (predicate) => {
        const checked = check(JSON.parse(JSON.stringify(predicate)), catalogue)
        expect(checked).toEqual(predicate)
        expect(check(checked, catalogue)).toEqual(checked)
      }),
    )
  })
})

describe('what means nothing is refused with its place', () => {
  test.each([
    ['an unknown field', { field: 'ltvv', is: '>', value: 1 }, 'field', 'Did you mean "ltv"?'],
    [
      'an undeclared attribute',
      { field: 'attr.skinTyp', is: '=', value: 'x' },
      'field',
      'Did you mean "attr.skinType"?',
    ],
    [
      '__proto__ as a field',
      { field: '__proto__', is: '=', value: 1 },
      'field',
      'there is no field',
    ],
    [
      'constructor as a field',
      { field: 'constructor', is: '=', value: 1 },
      'field',
      'there is no field',
    ],
    [
      '__proto__ as a key',
      JSON.parse('{"__proto__": 1}'),
      '__proto__',
      'there is no predicate "__proto__"',
    ],
    [
      '__proto__ beside keys',
      JSON.parse('{"all": [], "__proto__": {"all": []}}'),
      '__proto__',
      'no key "__proto__"',
    ],
    [
      'a misspelled kind',
      { purchase: {}, is: '>=', value: 1 },
      'purchase',
      'Did you mean "purchases"?',
    ],
    ['two kinds', { all: [], any: [] }, 'any', 'cannot stand beside "all"'],
    ['a wrong operator', { field: 'ltv', is: 'contains', value: 'x' }, 'is', 'takes =, <'],
    ['an unknown operator', { field: 'ltv', is: '=>', value: 1 }, 'is', 'expected one of'],
    ['missing where nothing is', { field: 'orders', is: 'missing' }, 'is', 'not missing'],
    ['a value for missing', { field: 'email', is: 'missing', value: 1 }, 'value', 'no key "value"'],
    [
      'a date for money',
      { field: 'ltv', is: '>', value: '2026-01-01' },
      'value',
      'minor units of IDR',
    ],
    ['money in parts', { field: 'ltv', is: '>', value: 19.99 }, 'value', 'whole number'],
    [
      'another currency',
      { field: 'ltv', is: '>', value: { minor: 1, currency: 'USD' } },
      'value.currency',
      'keeps in IDR',
    ],
    ['half an order', { field: 'orders', is: '>', value: 2.5 }, 'value', 'whole number'],
    ['an unsafe integer', { field: 'orders', is: '>', value: 2 ** 53 }, 'value', '2^53'],
    ['infinity', { field: 'attr.weight', is: '>', value: Infinity }, 'value', 'finite'],
    ['a number as text', { field: 'orders', is: '>', value: '3' }, 'value', 'without quotes'],
    [
      'a date that is none',
      { field: 'birthDate', is: '<', value: '2025-02-29' },
      'value',
      'a date that exists',
    ],
    [
      'an instant of no date',
      { field: 'added', is: '<', value: '2025-02-29T00:00:00Z' },
      'value',
      'a date that exists',
    ],
    ['an empty text', { field: 'city', is: '=', value: ' ' }, 'value', '"is": "missing"'],
    ['empty contains', { field: 'city', is: 'contains', value: '' }, 'value', 'not empty'],
    [
      'nothing left of contains',
      { field: 'city', is: 'contains', value: '\u0301' },
      'value',
      'something to compare',
    ],
    ['NUL', { field: 'city', is: '=', value: 'a\0' }, 'value', 'NUL'],
    ['a lone surrogate', { field: 'city', is: '=', value: 'a\uD800' }, 'value', 'surrogate'],
    [
      'a local phone number',
      { field: 'phone', is: '=', value: '0812-3456-7890' },
      'value',
      '+62812',
    ],
    [
      'crossed bounds',
      { field: 'age', is: 'between', value: [34, 25] },
      'value',
      'nothing can be between',
    ],
    [
      'crossed texts',
      { field: 'city', is: 'between', value: ['b', 'A'] },
      'value',
      'nothing can be between',
    ],
    ['three bounds', { field: 'age', is: 'between', value: [1, 2, 3] }, 'value', 'two values'],
    ['a huge age', { field: 'age', is: '>', value: 151 }, 'value', '150'],
    [
      'an unknown word',
      { field: 'loyalty', is: '=', value: 'sliping' },
      'value',
      'Did you mean "slipping"?',
    ],
    ['an unknown group', { group: 'Reseler' }, 'group', 'Did you mean group-0, named "Reseller"?'],
    ['an unknown tag', { tag: 'vip' }, 'tag', 'Did you mean tag-0, named "VIP"?'],
    ['a slip in an id', { tag: 'tga-0' }, 'tag', 'Did you mean tag-0, named "VIP"?'],
    [
      'a time without its offset',
      { field: 'added', is: '>', value: '2026-01-01T00:00:00' },
      'value',
      'the offset is missing, as in "2026-01-01T00:00:00Z" or "2026-01-01T00:00:00+07:00".',
    ],
    ['an unknown category', { field: 'category', is: '=', value: 'x' }, 'value', 'no category'],
    [
      'a strict cut-off',
      { field: 'added', is: '<', value: { ago: { days: 3 } } },
      'value',
      'takes <=',
    ],
    [
      'a step of nothing',
      { field: 'added', is: 'in', value: { last: { days: 0 } } },
      'value.last',
      'positive whole number',
    ],
    [
      'two units',
      { field: 'added', is: 'in', value: { last: { days: 1, hours: 1 } } },
      'value.last',
      'one unit',
    ],
    [
      'two periods',
      { field: 'added', is: 'in', value: { this: 'day', last: 'day' } },
      'value.this',
      'only one of',
    ],
    [
      'an unknown period',
      { field: 'added', is: 'in', value: { this: 'fortnight' } },
      'value.this',
      'expected one of day',
    ],
    [
      'birthdays since',
      { field: 'birthday', is: 'in', value: { since: '2026-01-01' } },
      'value',
      'come back every year',
    ],
    [
      'an unknown filter',
      { purchases: { sku: 'x' }, is: '>', value: 1 },
      'purchases.sku',
      'there is no key "sku"',
    ],
    [
      'an unknown measure',
      { purchases: {}, measure: 'order', is: '>', value: 1 },
      'measure',
      'Did you mean "orders"?',
    ],
    [
      'an unknown kind of interaction',
      { interactions: { kind: 'chats' }, is: '>', value: 1 },
      'interactions.kind',
      'Did you mean "chat"?',
    ],
    [
      'a day that is none',
      { interactions: { weekday: 'saturday' }, is: '>', value: 1 },
      'interactions.weekday',
      'expected one of mon, tue, wed, thu, fri, sat, sun',
    ],
    [
      'part of a day',
      { interactions: { weekday: { contains: 's' } }, is: '>', value: 1 },
      'interactions.weekday.contains',
      'there is no key',
    ],
    [
      'an hour past the day',
      { interactions: { hour: { in: [23, 24] } }, is: '>', value: 1 },
      'interactions.hour.in[1]',
      'expected a whole number from 0 to 23',
    ],
    [
      'half an hour',
      { interactions: { hour: 9.5 }, is: '>', value: 1 },
      'interactions.hour',
      'expected a whole number',
    ],
    [
      'hours across midnight',
      { interactions: { hour: { between: [22, 2] } }, is: '>', value: 1 },
      'interactions.hour.between',
      'write any of two',
    ],
    [
      'two tests of an hour',
      { interactions: { hour: { in: [1], between: [1, 2] } }, is: '>', value: 1 },
      'interactions.hour',
      'one of in, between',
    ],
    [
      'something else to receive',
      { canReceive: 'freeform' },
      'canReceive',
      'Did you mean "freeForm"?',
    ],
    [
      'templates by one number',
      { canReceive: 'template', businessNumber: '628111' },
      'businessNumber',
      'there is no key "businessNumber"',
    ],
    [
      'anniversaries before a date',
      { field: 'firstPurchaseAnniversary', is: 'in', value: { before: '2026-01-01' } },
      'value',
      'come back every year',
    ],
    [
      'two tests of a filter',
      { purchases: { product: { in: [], contains: 'x' } }, is: '>', value: 1 },
      'purchases.product',
      'expected a text',
    ],
    [
      'a count in a period',
      { purchases: {}, is: 'in', value: { this: 'month' } },
      'is',
      'first and last',
    ],
    ['at least none', { atLeast: 0, of: [{ all: [] }] }, 'atLeast', 'from 1 to the 1'],
    [
      'at least more than there are',
      { atLeast: 2, of: [{ all: [] }] },
      'atLeast',
      'from 1 to the 1',
    ],
    ['nobody sampled', { sample: 0, seed: 'a' }, 'sample', 'above 0'],
    ['nothing', {}, undefined, '{"all": []} is everybody'],
    ['null', null, undefined, 'expected a predicate'],
    ['a list', [], undefined, 'expected a predicate'],
    ['a function', () => true, undefined, 'plain JSON data'],
    ['a Date', { field: 'added', is: '<', value: new Date(0) }, 'value', 'plain JSON data'],
    ['a bigint', { field: 'ltv', is: '<', value: 1n }, 'value', 'plain JSON data'],
    ['a hole', { field: 'city', is: 'in', value: new Array(1) }, 'value[0]', 'plain JSON data'],
  ])('%s', (_, input, field, says) => {
    const { code, field: place, message } = problem(input)
    expect({ code, field: place }).toEqual({ code: 'PREDICATE_INVALID', field })
    expect(message).toContain(says)
  })

  test('the path leads into parts', () => {
    expect(
      problem({ all: [{ all: [] }, { not: { field: 'ltv', is: '>', value: 'x' } }] }).field,
    ).toBe('all[1].not.value')
    expect(problem({ field: 'city', is: 'in', value: ['a', ' '] }).field).toBe('value[1]')
  })

  test('no message repeats a value', () => {
    for (const value of ['+62812 3456', '\0secret']) {
      expect(problem({ field: 'age', is: '=', value }).message).not.toContain('secret')
      expect(problem({ field: 'age', is: '=', value }).message).not.toContain('3456')
    }
  })
})

test('every event list is checked by its own measures and filters', () => {
  for (const [list, { measures, filters }] of Object.entries(eventLists)) {
    for (const [measure, type] of Object.entries(measures)) {
      const test =
        type === 'instant' ? { is: 'in', value: { this: 'month' } } : { is: '>=', value: 1 }
      const chosen = Object.fromEntries(
        Object.entries(filters).map(([name, { choices, range, refersTo }]) => [
          name,
          choices?.[0] ?? range?.[0] ?? (refersTo === undefined ? 'x' : `${refersTo}-0`),
        ]),
      )
      const predicate = { [list]: { ...chosen, since: '2026-01-01' }, measure, ...test }
      expect(check(predicate, catalogue)).toEqual(predicate)
    }
  }
})

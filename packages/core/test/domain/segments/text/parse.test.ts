import { describe, expect, test } from 'vitest'
import { check } from '../../../../src/domain/segments/check.ts'
import type { Field } from '../../../../src/domain/segments/fields/field.ts'
import type { FieldType } from '../../../../src/domain/segments/fields/field-types.ts'
import { fields } from '../../../../src/domain/segments/fields/fields.ts'
import type { Predicate } from '../../../../src/domain/segments/predicate.ts'
import { parse } from '../../../../src/domain/segments/text/parse.ts'
import { print } from '../../../../src/domain/segments/text/print.ts'
import { catalogue } from '../shop.ts'

const pounds = { ...catalogue, currency: 'GBP', scale: 2 }
const archived = { field: 'archived', is: '=', value: true } as const
const blacklisted = { field: 'blacklisted', is: '=', value: true } as const
const productive = { field: 'productive', is: '=', value: true } as const

/** What the text means; it is printed as it stands here. */
const canonical: readonly (readonly [text: string, predicate: Predicate])[] = [
  ['city = "Bandung"', { field: 'city', is: '=', value: 'Bandung' }],
  [
    'category in ("Ritel", "Grosir")',
    { field: 'category', is: 'in', value: ['category-0', 'category-1'] },
  ],
  ['age between 25 and 34', { field: 'age', is: 'between', value: [25, 34] }],
  ['email is missing', { field: 'email', is: 'missing' }],
  ['email is present', { not: { field: 'email', is: 'missing' } }],
  ['name contains "sri"', { field: 'name', is: 'contains', value: 'sri' }],
  ['phone starts with "+62812"', { field: 'phone', is: 'startsWith', value: '+62812' }],
  ['email ends with ".id"', { field: 'email', is: 'endsWith', value: '.id' }],
  ['city exactly "Bandung"', { field: 'city', is: 'exactly', value: 'Bandung' }],
  ['city in ()', { field: 'city', is: 'in', value: [] }],
  ['attr.skinType = "oily"', { field: 'attr.skinType', is: '=', value: 'oily' }],
  ['attr.weight > -2.5', { field: 'attr.weight', is: '>', value: -2.5 }],
  ['attr.member', { field: 'attr.member', is: '=', value: true }],
  ['attr.member = false', { field: 'attr.member', is: '=', value: false }],
  ['attr.roast is Dark', { field: 'attr.roast', is: '=', value: 'Dark' }],
  ['attr.since < 2026-02-28', { field: 'attr.since', is: '<', value: '2026-02-28' }],
  ['source = "instagram"', { field: 'source', is: '=', value: 'instagram' }],
  ['campaign = "ramadan-26"', { field: 'campaign', is: '=', value: 'ramadan-26' }],
  ['added in last 7 days', { field: 'added', is: 'in', value: { last: { days: 7 } } }],
  ['acquired by import', { field: 'acquisition', is: '=', value: 'import' }],
  ['ltv >= 5_000_000', { field: 'ltv', is: '>=', value: 5_000_000 }],
  ['balance < -250_000', { field: 'balance', is: '<', value: -250_000 }],
  ['orders >= 3', { field: 'orders', is: '>=', value: 3 }],
  ['average order > 200_000', { field: 'averageOrder', is: '>', value: 200_000 }],
  [
    'last purchase > 60 days ago',
    { field: 'lastPurchase', is: '<=', value: { ago: { days: 60 } } },
  ],
  [
    'last purchase < 1 month ago',
    { field: 'lastPurchase', is: '>', value: { ago: { months: 1 } } },
  ],
  ['first purchase in this month', { field: 'firstPurchase', is: 'in', value: { this: 'month' } }],
  [
    'first contact in last quarter',
    { field: 'firstContact', is: 'in', value: { last: 'quarter' } },
  ],
  ['added in next 30 minutes', { field: 'added', is: 'in', value: { next: { minutes: 30 } } }],
  ['added today', { field: 'added', is: 'in', value: { this: 'day' } }],
  ['added yesterday', { field: 'added', is: 'in', value: { last: 'day' } }],
  ['added in last 1 day', { field: 'added', is: 'in', value: { last: { days: 1 } } }],
  ...(['before', 'after', 'on', 'since', 'until'] as const).map((word): [string, Predicate] => [
    `added ${word} 2026-01-31`,
    {
      field: 'added',
      is: 'in',
      value: {
        before: { before: '2026-01-31' },
        after: { after: '2026-01-31' },
        on: { on: '2026-01-31' },
        since: { since: '2026-01-31' },
        until: { until: '2026-01-31' },
      }[word],
    },
  ]),
  [
    'added between 2026-01-01 and 2026-01-31',
    { field: 'added', is: 'in', value: { between: ['2026-01-01', '2026-01-31'] } },
  ],
  [
    'added >= 2026-01-31T17:00:00.000Z',
    { field: 'added', is: '>=', value: '2026-01-31T17:00:00.000Z' },
  ],
  [
    'purchases(product = "KOPI-250", last 90 days) >= 3',
    {
      purchases: { product: 'KOPI-250', last: { days: 90 } },
      measure: 'orders',
      is: '>=',
      value: 3,
    },
  ],
  [
    'purchases(category = "kopi", last 12 months).total >= 2_000_000',
    {
      purchases: { category: 'kopi', last: { months: 12 } },
      measure: 'total',
      is: '>=',
      value: 2_000_000,
    },
  ],
  [
    'purchases().distinct products >= 4',
    { purchases: {}, measure: 'distinctProducts', is: '>=', value: 4 },
  ],
  [
    'purchases(colour in ("red", "blue"), since 2026-01-01).quantity between 1 and 3',
    {
      purchases: { colour: { in: ['red', 'blue'] }, since: '2026-01-01' },
      measure: 'quantity',
      is: 'between',
      value: [1, 3],
    },
  ],
  [
    'purchases(product exactly "Élan").first in last year',
    {
      purchases: { product: { exactly: 'Élan' } },
      measure: 'first',
      is: 'in',
      value: { last: 'year' },
    },
  ],
  [
    'purchases(today).last > 30 minutes ago',
    { purchases: { this: 'day' }, measure: 'last', is: '<=', value: { ago: { minutes: 30 } } },
  ],
  [
    'payments(method = "cod") >= 1',
    { payments: { method: 'cod' }, measure: 'count', is: '>=', value: 1 },
  ],
  [
    'interactions(kind = search, term contains "arabika", last 14 days) >= 2',
    {
      interactions: { kind: 'search', term: { contains: 'arabika' }, last: { days: 14 } },
      measure: 'count',
      is: '>=',
      value: 2,
    },
  ],
  [
    'interactions(kind in (chat, pageView), direction = inbound) = 0',
    {
      interactions: { kind: { in: ['chat', 'pageView'] }, direction: 'inbound' },
      measure: 'count',
      is: '=',
      value: 0,
    },
  ],
  ['interactions >= 5', { field: 'interactions', is: '>=', value: 5 }],
  ['window is open', { window: {}, is: 'open' }],
  ['window closes within 2 hours', { window: {}, is: 'closesWithin', value: { hours: 2 } }],
  ['window of "628111" is open', { window: { businessNumber: '628111' }, is: 'open' }],
  ['in group "Reseller"', { group: 'group-0' }],
  ['has tag "VIP"', { tag: 'tag-0' }],
  ['has label "Grade B"', { label: 'label-2' }],
  ['has label "whatsapp:Grade A"', { label: 'label-0' }],
  ['had label "Grade B" at 2026-10-01', { hadLabel: 'label-2', at: '2026-10-01' }],
  [
    'labelled "Grade B" by "dina" in last 7 days',
    {
      labels: { label: 'label-2', by: 'dina', last: { days: 7 } },
      measure: 'count',
      is: '>=',
      value: 1,
    },
  ],
  ['consent marketing granted', { consent: 'marketing', is: 'granted' }],
  [
    'consent marketing withdrawn on whatsapp',
    { consent: 'marketing', is: 'withdrawn', channel: 'whatsapp' },
  ],
  ['opted out', { field: 'optedOut', is: '=', value: true }],
  ['email bounced', { field: 'emailBounced', is: '=', value: true }],
  ['can receive free-form', { canReceive: 'freeForm' }],
  ['can receive free-form from "628111"', { canReceive: 'freeForm', businessNumber: '628111' }],
  ['can receive template', { canReceive: 'template' }],
  ['overdue by > 30 days', { field: 'overdue', is: '<=', value: { ago: { days: 30 } } }],
  ['overdue < 30 days ago', { field: 'overdue', is: '>', value: { ago: { days: 30 } } }],
  ['overdue balance >= 1_000_000', { field: 'overdueBalance', is: '>=', value: 1_000_000 }],
  [
    'first purchase anniversary within next 3 days',
    { field: 'firstPurchaseAnniversary', is: 'in', value: { next: { days: 3 } } },
  ],
  ['rfm group is champions', { field: 'rfmGroup', is: '=', value: 'champions' }],
  ['rfm.recency >= 4', { field: 'rfmRecency', is: '>=', value: 4 }],
  ['probability alive < 0.3', { field: 'probabilityAlive', is: '<', value: 0.3 }],
  ['expected purchases(90 days) >= 2', { expectedPurchases: { days: 90 }, is: '>=', value: 2 }],
  [
    'interactions(weekday in (sat, sun), hour between 18 and 21, last 30 days) >= 3',
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
  ['birthday within next 7 days', { field: 'birthday', is: 'in', value: { next: { days: 7 } } }],
  ['birthday today', { field: 'birthday', is: 'in', value: { this: 'day' } }],
  ['birthday in this month', { field: 'birthday', is: 'in', value: { this: 'month' } }],
  ['archived', archived],
  ['loyalty is slipping', { field: 'loyalty', is: '=', value: 'slipping' }],
  ['loyalty in (one-time, lapsed)', { field: 'loyalty', is: 'in', value: ['one-time', 'lapsed'] }],
  ['sample 10% seed "ab-1"', { sample: 10, seed: 'ab-1' }],
  ['all()', { all: [] }],
  ['any()', { any: [] }],
  ['all(archived)', { all: [archived] }],
  ['any(not archived)', { any: [{ not: archived }] }],
  ['not not archived', { not: { not: archived } }],
  ['archived and blacklisted', { all: [archived, blacklisted] }],
  [
    'archived and blacklisted or productive',
    { any: [{ all: [archived, blacklisted] }, productive] },
  ],
  [
    'archived and (blacklisted or productive)',
    { all: [archived, { any: [blacklisted, productive] }] },
  ],
  [
    '(archived or blacklisted) or productive',
    { any: [{ any: [archived, blacklisted] }, productive] },
  ],
  [
    'archived and (blacklisted and productive)',
    { all: [archived, { all: [blacklisted, productive] }] },
  ],
  [
    'not (archived or blacklisted) and not productive',
    { all: [{ not: { any: [archived, blacklisted] } }, { not: productive }] },
  ],
  [
    'at least 2 of (archived, blacklisted or productive, productive)',
    { atLeast: 2, of: [archived, { any: [blacklisted, productive] }, productive] },
  ],
]

describe('the text form', () => {
  test.each(canonical)('%s', (text, predicate) => {
    expect(parse(text, catalogue)).toEqual(predicate)
    expect(print(predicate, catalogue)).toBe(text)
  })

  test.each([
    ['CITY = "Bandung" AND Not Archived', 'city = "Bandung" and not archived'],
    ['averageOrder > 5 and LTV<5', 'average order > 5 and ltv < 5'],
    ['city is "Bandung" and city is not "Jakarta"', 'city = "Bandung" and not city = "Jakarta"'],
    ['email is not missing', 'email is present'],
    ['archived = true or archived is true', 'archived or archived'],
    ['((archived)) and (blacklisted)', 'archived and blacklisted'],
    ['all(archived, blacklisted)', 'archived and blacklisted'],
    ['any(archived, blacklisted)', 'archived or blacklisted'],
    ['loyalty = "slipping" or loyalty is Slipping', 'loyalty is slipping or loyalty is slipping'],
    ['acquisition = import', 'acquired by import'],
    ['category = "RITEL"', 'category = "Ritel"'],
    ['in group "resellër"', 'in group "Reseller"'],
    ['has tag id "tag-0"', 'has tag "VIP"'],
    ['category = id "category-0"', 'category = "Ritel"'],
    ['attr."skinType" startsWith "o"', 'attr.skinType starts with "o"'],
    ['overdue by < 30 days', 'overdue in last 30 days'],
    ['overdue by <= 1 week', 'overdue in last 1 week'],
    ['last purchase >= 60 days ago', 'last purchase > 60 days ago'],
    ['added = 2026-01-31', 'added on 2026-01-31'],
    ['added >= 2026-01-31', 'added since 2026-01-31'],
    ['added >= 2026-01-31T00:00+07:00', 'added >= 2026-01-30T17:00:00.000Z'],
    ['added in today and added within last 1 week', 'added today and added in last 1 week'],
    ['birth date before 2000-01-31', 'birth date < 2000-01-31'],
    ['birth date since 2000-01-31', 'birth date >= 2000-01-31'],
    ['birthday on 2026-02-28', 'birthday on 2026-02-28'],
    ['purchases( in last 1 year ).orders = 1', 'purchases(last 1 year) = 1'],
    [
      'interactions(channel = email, direction = inbound) = 0',
      'interactions(channel = "email", direction = inbound) = 0',
    ],
    ['ltv > 5000000', 'ltv > 5_000_000'],
    ['ltv > IDR 5_000 and ltv < 7_000 idr', 'ltv > 5_000 and ltv < 7_000'],
    ['ltv > 5_000 and orders > 1', 'ltv > 5_000 and orders > 1'],
    ['name = "\\"\\\\\\n\\t\\u{1F600}"', 'name = "\\"\\\\\\n\\t😀"'],
    ['  archived # gone\r\n\tor # and\n blacklisted  ', 'archived or blacklisted'],
  ])('%s is %s', (text, printed) => {
    expect(print(parse(text, catalogue), catalogue)).toBe(printed)
  })

  test.each([
    ['ltv > 19.99', 1999],
    ['ltv > 19.9', 1990],
    ['ltv > 19', 1900],
    ['ltv > -0.05', -5],
    ['ltv > 1_000.50 GBP', 100_050],
    ['ltv > 90_071_992_547_409.91', Number.MAX_SAFE_INTEGER],
  ])('%s is %i pence', (text, value) => {
    expect(parse(text, pounds)).toEqual({ field: 'ltv', is: '>', value })
  })

  const saidOtherwise: Readonly<Record<string, string>> = {
    acquisition: 'acquired by inbound',
    overdue: 'overdue by > 30 days',
    rfmRecency: 'rfm.recency >= 4',
    rfmFrequency: 'rfm.frequency >= 4',
    rfmMonetary: 'rfm.monetary >= 4',
  }

  const testsByType: Readonly<Record<FieldType, object>> = {
    text: { is: 'startsWith', value: '+62812' },
    exactText: { is: 'startsWith', value: '+62812' },
    integer: { is: '>=', value: 4 },
    money: { is: '>=', value: 5_000_000 },
    average: { is: '>', value: 200_000 },
    number: { is: '<', value: 2.5 },
    share: { is: '<', value: 0.3 },
    instant: { is: '<=', value: { ago: { days: 30 } } },
    localDate: { is: '<', value: '2000-01-01' },
    anniversary: { is: 'in', value: { next: { days: 7 } } },
    age: { is: 'between', value: [25, 34] },
    flag: { is: '=', value: true },
    choice: { is: '=' },
    reference: { is: 'in', value: ['01980000-0000-7000-8000-000000000001'] },
  }

  test('every field by its name and by its words', () => {
    const known = {
      ...catalogue,
      categories: [{ id: '01980000-0000-7000-8000-000000000001', name: 'Ritel' }],
    }
    for (const [name, { type, choices }] of Object.entries<Field>(fields)) {
      const word = choices === undefined ? {} : { value: choices[0] }
      const example = check({ field: name, ...testsByType[type], ...word }, known)
      const text = print(example, known)
      expect(parse(text, known)).toEqual(example)
      const spaced = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
      if (name in saidOtherwise) {
        expect(text).toBe(saidOtherwise[name])
        continue
      }
      expect(text.slice(0, spaced.length)).toBe(spaced)
      expect(parse(text.replace(spaced, name), known)).toEqual(example)
    }
  })

  test('what comes out is frozen, like all that was checked', () => {
    expect(Object.isFrozen(parse('city in ("a")', catalogue))).toBe(true)
  })
})

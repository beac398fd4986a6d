import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isLanggananError } from '../../../src/domain/error/langganan-error.ts'
import type { Catalogue, DefinedSegment } from '../../../src/domain/segments/catalogue.ts'
import { check } from '../../../src/domain/segments/check.ts'
import { compile } from '../../../src/domain/segments/compile.ts'
import { criteriaOf } from '../../../src/domain/segments/criteria-of.ts'
import type { CustomerView } from '../../../src/domain/segments/customer-view.ts'
import { explain } from '../../../src/domain/segments/explain.ts'
import { needs } from '../../../src/domain/segments/needs.ts'
import { nextChange } from '../../../src/domain/segments/next-change.ts'
import type { Predicate } from '../../../src/domain/segments/predicate.ts'
import { referencesOf } from '../../../src/domain/segments/references-of.ts'
import { resolve } from '../../../src/domain/segments/resolve.ts'
import { arbitraryPopulation } from '../../../src/testing/arbitraries/population.ts'
import { poolsAt } from '../../../src/testing/arbitraries/scene-pools.ts'
import { catalogue } from './shop.ts'

const now = Date.parse('2026-07-15T08:30:00.000Z')
const day = 86_400_000
const { timeZone } = catalogue
const [someone] = fc.sample(arbitraryPopulation(poolsAt(now, timeZone), catalogue), {
  numRuns: 1,
  seed: 3,
})[0]!.views as [CustomerView]

function viewWith(kept: Partial<CustomerView>): CustomerView {
  return { ...someone, labels: [], consents: [], scores: [], memberships: [], ...kept }
}

function withSegments(
  ...segments: readonly (readonly [id: string, where: Predicate])[]
): Catalogue {
  return {
    ...catalogue,
    segments: segments.map(
      ([id, where]): DefinedSegment => ({ id, name: id.toUpperCase(), where, tracked: true }),
    ),
  }
}

function refusal(input: unknown, known: Catalogue = catalogue): unknown {
  try {
    return check(input, known)
  } catch (error) {
    if (!isLanggananError(error)) throw error
    return [error.field ?? '', error.message.slice(error.message.indexOf(': ') + 2)]
  }
}

describe('what check refuses', () => {
  test.each<[unknown, string, string]>([
    [{ label: 'grade b' }, 'label', 'Did you mean label-2, named "Grade B"?'],
    [{ hadLabel: 'label-0', at: '2026-02-30' }, 'at', 'expected a date that exists'],
    [{ hadLabel: 'label-0' }, 'at', 'expected a date'],
    [{ labels: { label: { contains: 'label' } } }, 'labels.label.contains', 'expected in'],
    [
      { labels: { label: { in: ['label-9'] } }, is: '>=', value: 1 },
      'labels.label.in[0]',
      'no label with this id',
    ],
    [{ consent: 'marketting', is: 'granted' }, 'consent', 'Did you mean "marketing"?'],
    [{ consent: 'marketing', is: 'given' }, 'is', 'granted, denied, withdrawn'],
    [{ consent: 'marketing', is: 'denied', channel: 'fax' }, 'channel', 'whatsapp, email'],
    [{ field: 'probabilityAlive', is: '<', value: 1.1 }, 'value', 'from 0 to 1'],
    [{ field: 'probabilityAlive', is: '<', value: 0.123_456_7 }, 'value', '6 decimals'],
    [{ field: 'rfmGroup', is: '=', value: 'champion' }, 'value', 'Did you mean "champions"?'],
    [
      { expectedPurchases: { days: 60 }, is: '>', value: 1 },
      'expectedPurchases.days',
      'expected one of 30, 90, 180, 365',
    ],
    [{ expectedPurchases: { days: 90 }, is: '>', value: 0.000_1 }, 'value', '3 decimals'],
    [{ expectedPurchases: { days: 90 }, is: 'between', value: [2, 1] }, 'value', 'lies above'],
    [{ expectedPurchases: { days: 90 }, is: 'missing', value: 1 }, 'value', 'there is no key'],
    [{ segment: 'langganan' }, 'segment', 'Did you mean segment-2, named "Langganan"?'],
    [{ segment: 'segment-0', for: { days: 30 } }, 'for', 'not tracked'],
    [{ segment: 'segment-2', for: { day: 30 } }, 'for', 'expected one unit'],
  ])('%j', (input, field, problem) => {
    expect(refusal(input)).toEqual([field, expect.stringContaining(problem)])
  })

  test('segments in a circle, with the chain of their names', () => {
    const known = withSegments(
      ['a', { not: { segment: 'b' } }],
      ['b', { all: [{ segment: 'c' }] }],
      ['c', { segment: 'a', for: { days: 1 } }],
    )
    expect(refusal({ any: [{ segment: 'b' }] }, known)).toEqual([
      '',
      expect.stringContaining('"B" → "C" → "A" → "B"'),
    ])
    const itself = withSegments(['a', { segment: 'a' }])
    expect(refusal({ segment: 'a' }, itself)).toEqual(['', expect.stringContaining('"A" → "A"')])
    expect(() => resolve({ segment: 'a' }, { ...itself, now })).toThrow('circle')
  })

  test('what is too large only with its segments written out', () => {
    const leaf: Predicate = { field: 'orders', is: '=', value: 1 }
    const ten = { any: Array.from({ length: 9 }, () => leaf) } // ten parts
    const many = (count: number): Predicate => ({
      all: Array.from({ length: count }, () => ({ segment: 'a' })),
    })
    const known = withSegments(['a', ten], ['b', many(49)], ['c', { not: { segment: 'b' } }])
    expect(check(many(49), known)).toEqual(many(49))
    expect(refusal(many(50), known)).toEqual(['', expect.stringContaining('500 parts')])
    expect(refusal({ not: { all: [{ segment: 'c' }, { segment: 'a' }] } }, known)).toEqual([
      '',
      expect.stringContaining('500 parts'),
    ])

    const deep = (count: number, inside: Predicate): Predicate =>
      count === 0 ? inside : { not: deep(count - 1, inside) }
    const nested = withSegments(['a', deep(15, leaf)], ['b', deep(15, { segment: 'a' })])
    expect(check({ not: { segment: 'b' } }, nested)).toEqual({ not: { segment: 'b' } })
    expect(refusal({ not: { not: { segment: 'b' } } }, nested)).toEqual([
      '',
      expect.stringContaining('32 deep'),
    ])
  })
})

describe('segments in segments', () => {
  const known = withSegments(
    ['a', { all: [{ group: 'group-0' }, { label: 'label-0' }] }],
    ['b', { not: { segment: 'a' } }],
  )
  const twice: Predicate = { any: [{ segment: 'b' }, { segment: 'a' }, { segment: 'b' }] }

  test('each is resolved once, and shared', () => {
    const condition = resolve(twice, { ...known, now })
    if (condition.op !== 'any') throw new Error('any of three')
    const [first, inner, again] = condition.of
    expect(first).toBe(again)
    expect(first?.op === 'not' ? first.of : undefined).toBe(inner)
  })

  test('needs and criteria look through them', () => {
    expect(needs(resolve(twice, { ...known, now })).lists).toEqual(['groups', 'labels'])
    expect(criteriaOf({ segment: 'b', for: { days: 1 } }, known.segments)).toEqual(
      new Set(['memberships', 'groups', 'labels']),
    )
    expect(() => criteriaOf({ segment: 'b' })).toThrow('definition of every segment')
    expect(() => resolve({ segment: 'b' }, { now, timeZone })).toThrow(
      'definition of every segment',
    )
  })

  test('references are those of the predicate itself', () => {
    const where: Predicate = {
      all: [
        { not: { segment: 'b' } },
        { hadLabel: 'label-1', at: '2026-01-01' },
        { labels: { label: { in: ['label-2'] } }, measure: 'count', is: '=', value: 0 },
        { field: 'category', is: 'in', value: ['category-0'] },
        { tag: 'tag-0' },
      ],
    }
    expect(referencesOf(where)).toEqual({
      segment: new Set(['b']),
      label: new Set(['label-1', 'label-2']),
      category: new Set(['category-0']),
      tag: new Set(['tag-0']),
      group: new Set(),
    })
  })

  test('an explanation goes into the definition', () => {
    const view = viewWith({ groups: ['group-0'] })
    const { holds, root, because } = explain({ segment: 'b' }, view, { ...known, now })
    expect(holds).toBe(true)
    expect(root).toMatchObject({ kind: 'segment', segment: 'b', of: { kind: 'not' } })
    expect(because).toMatchObject([
      { path: 'segment.not.segment.all[1]', predicate: { label: 'label-0' }, holds: false },
    ])
  })

  test('how long somebody belongs changes when it has been long enough', () => {
    const where: Predicate = { segment: 'b', for: { days: 30 } }
    const since = now - 29 * day - 1
    const member = { segmentId: 'b', customerId: someone.customer.id, since }
    const view = viewWith({ memberships: [member] })
    expect(compile(where, timeZone, known.segments)(view, now)).toBe(false)
    expect(nextChange(where, view, { ...known, now })).toEqual({ at: since + 30 * day })
    expect(explain(where, view, { ...known, now }).because).toMatchObject([
      { kind: 'leaf', actual: { type: 'instant', values: [since] } },
    ])
  })
})

test('a label of a day is known when the day is over', () => {
  const where: Predicate = { hadLabel: 'label-0', at: '2026-07-15' }
  const end = Date.parse('2026-07-16T00:00:00+07:00')
  const label = { customerId: someone.customer.id, labelId: 'label-0', by: null, byFold: null }
  const holdsWith = (at: number, until: number | null): boolean =>
    compile(where, timeZone)(viewWith({ labels: [{ ...label, at, until }] }), end)
  expect(holdsWith(end - 1, null)).toBe(true)
  expect(holdsWith(end - 1, end)).toBe(true)
  expect(holdsWith(end - 2, end - 1)).toBe(false)
  expect(holdsWith(end, null)).toBe(false)
  const view = viewWith({ labels: [{ ...label, at: now, until: null }] })
  expect(nextChange(where, view, { now, timeZone })).toEqual({ at: end })
})

test('shares and purchases compare by the digits that were written', () => {
  const scores = {
    customerId: someone.customer.id,
    rfmRecency: null,
    rfmFrequency: null,
    rfmMonetary: null,
    rfmGroup: null,
    rfmAsOf: null,
    probabilityAlive: 290_000,
    expectedPurchases30: 1_001,
    expectedPurchases90: null,
    expectedPurchases180: null,
    expectedPurchases365: null,
    modelAsOf: now,
  }
  const view = viewWith({ scores: [scores] })
  const holds = (where: Predicate): boolean => compile(where, timeZone)(view, now)
  // 0.29 · 1,000,000 and 1.001 · 1,000 are no whole numbers in binary.
  expect(holds({ field: 'probabilityAlive', is: '=', value: 0.29 })).toBe(true)
  expect(holds({ field: 'probabilityAlive', is: 'in', value: [0.3, 0.29] })).toBe(true)
  expect(holds({ expectedPurchases: { days: 30 }, is: '=', value: 1.001 })).toBe(true)
  expect(holds({ expectedPurchases: { days: 90 }, is: 'missing' })).toBe(true)
  expect(
    explain({ field: 'probabilityAlive', is: '<', value: 0.3 }, view, { now, timeZone }).because,
  ).toMatchObject([{ actual: { type: 'share', values: [0.29] } }])
})

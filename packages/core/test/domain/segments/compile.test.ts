import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isLanggananError } from '../../../src/domain/error/langganan-error.ts'
import { compile } from '../../../src/domain/segments/compile.ts'
import { compileCondition } from '../../../src/domain/segments/compile-condition.ts'
import { criteriaOf } from '../../../src/domain/segments/criteria-of.ts'
import type { CustomerListName, CustomerView } from '../../../src/domain/segments/customer-view.ts'
import { needs } from '../../../src/domain/segments/needs.ts'
import type { Predicate } from '../../../src/domain/segments/predicate.ts'
import { resolve } from '../../../src/domain/segments/resolve.ts'
import { arbitraryPopulation } from '../../../src/testing/arbitraries/population.ts'
import { arbitraryPredicate } from '../../../src/testing/arbitraries/predicate.ts'
import { poolsAt } from '../../../src/testing/arbitraries/scene-pools.ts'
import { catalogue } from './shop.ts'

const clock = poolsAt(Date.parse('2026-07-15T08:30:00.000Z'), catalogue.timeZone)
const moment = {
  now: clock.now,
  timeZone: clock.timeZone,
  segments: catalogue.segments,
}
const [view] = fc.sample(arbitraryPopulation(clock, catalogue), { numRuns: 1, seed: 3 })[0]!
  .views as [CustomerView]
const bare: CustomerView = { customer: view.customer, facts: view.facts }

const everybody: Predicate = { all: [] }
const nobody: Predicate = { any: [] }
const inGroup: Predicate = { group: 'group-0' }

describe('logic', () => {
  const holds = (predicate: Predicate): boolean =>
    compile(predicate, clock.timeZone)(view, clock.now)

  test('of any number of parts', () => {
    for (let parts = 0; parts <= 7; parts += 1) {
      const yes: Predicate[] = Array.from({ length: parts }, () => everybody)
      const no: Predicate[] = Array.from({ length: parts }, () => nobody)
      expect(holds({ all: yes })).toBe(true)
      expect(holds({ any: no })).toBe(false)
      for (let odd = 0; odd < parts; odd += 1) {
        expect(holds({ all: yes.with(odd, nobody) })).toBe(false)
        expect(holds({ any: no.with(odd, everybody) })).toBe(true)
        expect(holds({ atLeast: parts, of: yes.with(odd, nobody) })).toBe(false)
        expect(holds({ atLeast: 1, of: no.with(odd, everybody) })).toBe(true)
      }
    }
  })
})

describe('lists', () => {
  test.each<[CustomerListName, Predicate]>([
    ['groups', inGroup],
    ['tags', { tag: 'tag-0' }],
    ['identities', { field: 'phone', is: 'missing' }],
    ['attributes', { field: 'attr.weight', is: '>', value: 1 }],
    ['windows', { window: {}, is: 'closesWithin', value: { hours: 1 } }],
    ['purchases', { purchases: {}, measure: 'orders', is: '>=', value: 0 }],
    ['payments', { payments: {}, measure: 'total', is: '>=', value: 0 }],
    ['interactions', { interactions: {}, measure: 'last', is: 'in', value: { this: 'day' } }],
    ['invoices', { field: 'overdueBalance', is: '>=', value: 0 }],
    ['identities', { field: 'emailBounced', is: '=', value: false }],
    ['identities', { canReceive: 'template' }],
    ['labels', { label: 'label-0' }],
    ['labels', { hadLabel: 'label-0', at: '2026-07-15' }],
    ['labels', { labels: {}, measure: 'count', is: '>=', value: 0 }],
    ['consents', { field: 'optedOut', is: '=', value: false }],
    ['consents', { consent: 'sharing', is: 'denied' }],
    ['scores', { field: 'rfmGroup', is: 'missing' }],
    ['scores', { expectedPurchases: { days: 30 }, is: '<', value: 1 }],
    ['groups', { segment: 'segment-2' }],
  ])('%s not loaded is an error, empty is not', (list, predicate) => {
    const judge = compileCondition(resolve(predicate, moment))
    expect(needs(resolve(predicate, moment)).lists).toEqual([list])
    expect(() => judge(bare)).toThrow(list)
    expect(typeof judge({ ...bare, [list]: [] })).toBe('boolean')
  })

  test('an error even where the answer would not depend on it', () => {
    for (const predicate of [
      { all: [nobody, inGroup] },
      { any: [everybody, inGroup] },
      { not: { all: [nobody, inGroup] } },
    ]) {
      try {
        compile(predicate, clock.timeZone)(bare, clock.now)
        expect.unreachable()
      } catch (error) {
        expect(isLanggananError(error, 'LIST_NOT_LOADED')).toBe(true)
      }
    }
  })

  test('each is asked for once', () => {
    let asked = 0
    const lazy: CustomerView = {
      ...bare,
      get groups() {
        asked += 1
        return []
      },
    }
    compile({ any: [inGroup, { group: 'group-1' }, { not: inGroup }] }, clock.timeZone)(
      lazy,
      clock.now,
    )
    expect(asked).toBe(1)
  })

  test('what a condition needs is enough', () => {
    fc.assert(
      fc.property(arbitraryPredicate(catalogue, clock), (predicate) => {
        const condition = resolve(predicate, moment)
        const held: Partial<Record<string, unknown>> = { ...bare }
        for (const list of needs(condition).lists) held[list] = view[list]
        const judge = compileCondition(condition)
        expect(judge({ ...bare, ...held })).toBe(judge(view))
      }),
    )
  })
})

test('an instant asked about again and another in between', () => {
  const judge = compile({ field: 'added', is: 'in', value: { last: { days: 1 } } }, clock.timeZone)
  const added = { ...bare, customer: { ...bare.customer, addedAt: clock.now } }
  const later = clock.now + 86_400_000
  expect([clock.now, later, later - 1, clock.now].map((now) => judge(added, now))).toEqual([
    true,
    false,
    true,
    true,
  ])
})

test('criteria name what a predicate depends on', () => {
  const predicate: Predicate = {
    all: [
      { field: 'name', is: 'contains', value: 'sri' },
      {
        any: [
          { field: 'phone', is: 'missing' },
          { field: 'attr.weight', is: '>', value: 1 },
        ],
      },
      { not: { field: 'ltv', is: '>', value: 0 } },
      { atLeast: 1, of: [{ tag: 't' }, { group: 'g' }] },
      { purchases: {}, measure: 'orders', is: '>', value: 0 },
      { payments: {}, measure: 'count', is: '>', value: 0 },
      { interactions: {}, measure: 'count', is: '>', value: 0 },
      { window: {}, is: 'open' },
      { sample: 10, seed: 'x' },
    ],
  }
  expect([...criteriaOf(predicate)].sort()).toEqual([
    'attributes',
    'facts',
    'groups',
    'identities',
    'interactions',
    'payments',
    'profile',
    'purchases',
    'tags',
    'windows',
  ])
  expect([...criteriaOf({ all: [] })]).toEqual([])
})

test('criteria cover every table that a condition reads', () => {
  const criterionOf = {
    groups: 'groups',
    tags: 'tags',
    identities: 'identities',
    attributes: 'attributes',
    windows: 'windows',
    purchases: 'purchases',
    payments: 'payments',
    interactions: 'interactions',
    labels: 'labels',
    consents: 'consents',
    scores: 'scores',
    memberships: 'memberships',
    invoices: 'facts',
  } as const
  fc.assert(
    fc.property(arbitraryPredicate(catalogue, clock), (predicate) => {
      const criteria = criteriaOf(predicate, catalogue.segments)
      const read = needs(resolve(predicate, moment))
      for (const list of read.lists) expect(criteria.has(criterionOf[list])).toBe(true)
      if (read.customers) expect(criteria.has('profile')).toBe(true)
      if (read.facts) expect(criteria.has('facts')).toBe(true)
    }),
  )
})

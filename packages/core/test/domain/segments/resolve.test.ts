import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isBlacklisted } from '../../../src/domain/customers/standing.ts'
import { compile } from '../../../src/domain/segments/compile.ts'
import type { CustomerView } from '../../../src/domain/segments/customer-view.ts'
import type { Predicate } from '../../../src/domain/segments/predicate.ts'
import { resolve } from '../../../src/domain/segments/resolve.ts'
import { addDays, ageOn } from '../../../src/domain/time/local-date.ts'
import { localDate, startOfLocalDay } from '../../../src/domain/time/zone.ts'
import { birthdayKey, dayKey } from '../../../src/domain/value/facts.ts'
import { loyaltyStage, loyaltyStages } from '../../../src/domain/value/loyalty.ts'
import { arbitraryCustomer } from '../../../src/testing/arbitraries/customer-rows.ts'
import { arbitraryPools, poolsAt } from '../../../src/testing/arbitraries/scene-pools.ts'
import { catalogue } from './shop.ts'

const zone = 'Asia/Jakarta'
const now = Date.parse('2026-07-15T08:30:00.000Z')

const someone = fc.sample(arbitraryCustomer(poolsAt(now, zone), catalogue), {
  numRuns: 1,
  seed: 1,
})[0]!

function customer(
  about: Partial<CustomerView['customer']>,
  facts: Partial<CustomerView['facts']> = {},
): CustomerView {
  return { customer: { ...someone.customer, ...about }, facts: { ...someone.facts, ...facts } }
}

function holds(predicate: Predicate, view: CustomerView, at = now, timeZone = zone): boolean {
  return compile(predicate, timeZone)(view, at)
}

describe('bounds of time', () => {
  const bought = (lastPurchaseAt: number | null): CustomerView => customer({}, { lastPurchaseAt })
  const week = 7 * 86_400_000

  test('in last N is now − N < t ≤ now', () => {
    const predicate: Predicate = { field: 'lastPurchase', is: 'in', value: { last: { days: 7 } } }
    const at = [now - week, now - week + 1, now, now + 1]
    expect(at.map((t) => holds(predicate, bought(t)))).toEqual([false, true, true, false])
  })

  test('in next N is now < t ≤ now + N', () => {
    const predicate: Predicate = { field: 'lastPurchase', is: 'in', value: { next: { days: 7 } } }
    const at = [now, now + 1, now + week, now + week + 1]
    expect(at.map((t) => holds(predicate, bought(t)))).toEqual([false, true, true, false])
  })

  test('> N ago is t ≤ now − N, and < N ago the rest', () => {
    const longer: Predicate = { field: 'lastPurchase', is: '<=', value: { ago: { days: 7 } } }
    const shorter: Predicate = { field: 'lastPurchase', is: '>', value: { ago: { days: 7 } } }
    const at = [now - week - 1, now - week, now - week + 1]
    expect(at.map((t) => holds(longer, bought(t)))).toEqual([true, true, false])
    expect(at.map((t) => holds(shorter, bought(t)))).toEqual([false, false, true])
  })

  test('a month before 31 March reaches the last millisecond of February', () => {
    const predicate: Predicate = { field: 'lastPurchase', is: 'in', value: { last: { months: 1 } } }
    const march = Date.parse('2026-03-31T10:00:00+07:00')
    const end = Date.parse('2026-03-01T00:00:00+07:00')
    expect(holds(predicate, bought(end - 1), march)).toBe(false)
    expect(holds(predicate, bought(end), march)).toBe(true)
  })

  test('dates are local days', () => {
    const start = startOfLocalDay('2026-07-10', zone)
    const end = startOfLocalDay('2026-07-11', zone)
    const at = [start - 1, start, end - 1, end]
    const answers = (value: object): boolean[] =>
      at.map((t) =>
        holds(
          Object.assign({ field: 'lastPurchase', is: 'in' } as const, { value }) as Predicate,
          bought(t),
        ),
      )
    expect(answers({ on: '2026-07-10' })).toEqual([false, true, true, false])
    expect(answers({ before: '2026-07-10' })).toEqual([true, false, false, false])
    expect(answers({ after: '2026-07-10' })).toEqual([false, false, false, true])
    expect(answers({ since: '2026-07-10' })).toEqual([false, true, true, true])
    expect(answers({ until: '2026-07-10' })).toEqual([true, true, true, false])
    expect(answers({ between: ['2026-07-10', '2026-07-10'] })).toEqual([false, true, true, false])
  })

  test('this week begins on Monday in the zone of the shop', () => {
    const predicate: Predicate = { field: 'lastPurchase', is: 'in', value: { this: 'week' } }
    const monday = startOfLocalDay('2026-07-13', zone)
    const at = [monday - 1, monday, monday + week - 1, monday + week]
    expect(at.map((t) => holds(predicate, bought(t)))).toEqual([false, true, true, false])
  })

  test('a missing time is in no period, and in the complement of every one', () => {
    const predicate: Predicate = { field: 'lastPurchase', is: 'in', value: { until: '2026-07-10' } }
    expect(holds(predicate, bought(null))).toBe(false)
    expect(holds({ not: predicate }, bought(null))).toBe(true)
  })

  test('a window is open while now < closesAt', () => {
    const at = [now - 1, now, now + 1].map((windowClosesAt) => customer({}, { windowClosesAt }))
    expect(at.map((view) => holds({ window: {}, is: 'open' }, view))).toEqual([false, false, true])
  })

  test('the window of one number, and one that closes soon', () => {
    const view = {
      ...customer({}),
      windows: [
        {
          customerId: 'c',
          businessNumber: '1',
          lastInboundAt: 0,
          lastInboundFrom: null,
          closedAt: null,
          closesAt: now + 3_600_000,
        },
        {
          customerId: 'c',
          businessNumber: '2',
          lastInboundAt: 0,
          lastInboundFrom: null,
          closedAt: null,
          closesAt: now,
        },
      ],
    }
    const open = (businessNumber: string): Predicate => ({ window: { businessNumber }, is: 'open' })
    const closes = (step: { hours: number } | { minutes: number }): Predicate => ({
      window: {},
      is: 'closesWithin',
      value: step,
    })
    expect([open('1'), open('2'), open('3')].map((each) => holds(each, view))).toEqual([
      true,
      false,
      false,
    ])
    expect(
      [closes({ hours: 1 }), closes({ minutes: 59 })].map((each) => holds(each, view)),
    ).toEqual([true, false])
  })
})

describe('fields made of several columns', () => {
  test('ages are those of ageOn', () => {
    const ages = fc
      .constantFrom('=', '<', '<=', '>', '>=')
      .chain((is) => fc.record({ is: fc.constant(is as '='), value: fc.nat(60) }))
    fc.assert(
      fc.property(arbitraryPools, ages, fc.nat(200), (clock, { is, value }, nth) => {
        const born = clock.birthDates[nth % clock.birthDates.length]!
        const age = ageOn(born, localDate(clock.now, clock.timeZone))
        const expected = {
          '=': age === value,
          '<': age < value,
          '<=': age <= value,
          '>': age > value,
          '>=': age >= value,
        }[is]
        expect(
          holds(
            { field: 'age', is, value },
            customer({ birthDate: born }),
            clock.now,
            clock.timeZone,
          ),
        ).toBe(expected)
        const list: Predicate = {
          field: 'age',
          is: 'in',
          value: [value, value + 1, value + 3, value],
        }
        expect(holds(list, customer({ birthDate: born }), clock.now, clock.timeZone)).toBe(
          [value, value + 1, value + 3].includes(age),
        )
      }),
      { numRuns: 2_000 },
    )
  })

  test('birthdays are the days on which an age begins', () => {
    const periods = fc.record({
      ahead: fc.boolean(),
      days: fc.constantFrom(1, 2, 7, 28, 31, 364, 365, 366),
    })
    fc.assert(
      fc.property(arbitraryPools, periods, fc.nat(200), (clock, { ahead, days }, nth) => {
        const born = clock.birthDates[nth % clock.birthDates.length]!
        const today = localDate(clock.now, clock.timeZone)
        const dates = Array.from({ length: days + 1 }, (_, i) => addDays(today, ahead ? i : -i))
        const expected = dates.some((date) => ageOn(born, date) > ageOn(born, addDays(date, -1)))
        const view = customer({ birthDate: born }, { birthdayKey: birthdayKey(born) })
        const predicate: Predicate = {
          field: 'birthday',
          is: 'in',
          value: ahead ? { next: { days } } : { last: { days } },
        }
        expect(holds(predicate, view, clock.now, clock.timeZone)).toBe(expected)
      }),
      { numRuns: 1_000 },
    )
  })

  test('anniversaries of the first purchase are its days of later years', () => {
    const someDays = fc.constantFrom(0, 1, 2, 7, 28, 31, 363, 364, 365, 366, 367, 800)
    const years = fc.constantFrom(0, 0, 1, 2, 3, 4)
    fc.assert(
      fc.property(
        arbitraryPools,
        someDays,
        years,
        someDays,
        (clock, before, yearsBefore, length) => {
          const { timeZone } = clock
          const today = localDate(clock.now, timeZone)
          const date = addDays(today, -before - 365 * yearsBefore)
          const firstPurchaseAt = startOfLocalDay(date, timeZone)
          const bought = localDate(firstPurchaseAt, timeZone)
          const first = addDays(today, -(length % 100))
          const period = { between: [first, addDays(first, length)] } as const
          const dates = Array.from({ length: length + 1 }, (_, i) => addDays(first, i))
          const expected = dates.some(
            (each) => each > bought && ageOn(bought, each) > ageOn(bought, addDays(each, -1)),
          )
          const facts = { firstPurchaseAt, firstPurchaseKey: dayKey(bought) }
          const predicate: Predicate = {
            field: 'firstPurchaseAnniversary',
            is: 'in',
            value: period,
          }
          expect(holds(predicate, customer({}, facts), clock.now, timeZone)).toBe(expected)
        },
      ),
      { numRuns: 2_000 },
    )
  })

  test('29 February is observed on the 28th in other years, and on itself in its own', () => {
    const view = customer({ birthDate: '2000-02-29' }, { birthdayKey: 229 })
    const on = (date: string): boolean =>
      holds(
        { field: 'birthday', is: 'in', value: { this: 'day' } },
        view,
        startOfLocalDay(date, zone),
      )
    expect(['2027-02-28', '2027-03-01', '2028-02-28', '2028-02-29', '2028-03-01'].map(on)).toEqual([
      true,
      false,
      false,
      true,
      false,
    ])
  })

  test('stages of loyalty are those of loyaltyStage, exactly one at a time', () => {
    const facts = fc.record({
      orders: fc.nat(8),
      steady: fc.constantFrom<0 | 1>(0, 1),
      slippingAt: fc.option(fc.constantFrom(now - 1, now, now + 1)),
      lapsedAt: fc.option(fc.constantFrom(now - 1, now, now + 1)),
    })
    fc.assert(
      fc.property(facts, (known) => {
        const view = customer({}, known)
        const stages = loyaltyStages.filter((stage) =>
          holds({ field: 'loyalty', is: '=', value: stage }, view),
        )
        expect(stages).toEqual([loyaltyStage(view.facts, now)])
      }),
      { numRuns: 2_000 },
    )
  })

  test('blacklisted is what isBlacklisted says', () => {
    const instants = fc.option(fc.constantFrom(now - 1, now, now + 1))
    fc.assert(
      fc.property(instants, instants, (blacklistedAt, blacklistedUntil) => {
        const view = customer({ blacklistedAt, blacklistedUntil })
        const expected = isBlacklisted(view.customer, now)
        expect(holds({ field: 'blacklisted', is: '=', value: true }, view)).toBe(expected)
        expect(holds({ field: 'blacklisted', is: '=', value: false }, view)).toBe(!expected)
      }),
    )
  })

  test('averages compare exactly and are missing without orders', () => {
    const largest = Number.MAX_SAFE_INTEGER
    const average = (
      ordersTotal: number,
      orders: number,
      is: '=' | '>' | '>=',
      value: number,
    ): boolean => holds({ field: 'averageOrder', is, value }, customer({}, { ordersTotal, orders }))
    expect(average(largest, largest - 1, '>', 1)).toBe(true)
    expect(average(largest, 2, '=', (largest - 1) / 2)).toBe(false)
    expect(average(-3, 2, '>=', -1)).toBe(false)
    expect(average(0, 0, '>=', -1)).toBe(false)
    expect(holds({ field: 'averageOrder', is: 'missing' }, customer({}, { orders: 0 }))).toBe(true)
  })
})

describe('texts', () => {
  const named = (name: string, nameFold: string): CustomerView => customer({ name, nameFold })

  test('compare folded and trimmed, exactly as written', () => {
    const view = named('Élodie ŞAHİN', 'elodie sahin')
    const says = (
      is: '=' | 'contains' | 'startsWith' | 'endsWith' | 'exactly',
      value: string,
    ): boolean => holds({ field: 'name', is, value } as Predicate, view)
    expect(says('=', '  ÉLODIE şahin ')).toBe(true)
    expect(says('contains', 'E Ş')).toBe(true)
    expect(says('contains', 'e  ş')).toBe(false)
    expect(says('startsWith', 'E\u0301lo')).toBe(true)
    expect(says('endsWith', 'HİN')).toBe(true)
    expect(says('exactly', 'Élodie ŞAHİN')).toBe(true)
    expect(says('exactly', 'Elodie Sahin')).toBe(false)
  })

  test('order is by code point, not by UTF-16', () => {
    const predicate: Predicate = { field: 'name', is: '>', value: '\uE000' }
    expect(holds(predicate, named('\u{10000}', '\u{10000}'))).toBe(true)
  })
})

test('a sample is the same for the same seed, and about as large as asked for', () => {
  const keys = Array.from({ length: 20_000 }, (_, i) => (i * 104_729 + 7) % (2 ** 31 - 1))
  for (const percent of [1, 10, 50]) {
    for (const seed of ['ab-1', 'ab-2', '']) {
      const judge = compile({ sample: percent, seed }, zone)
      const chosen = keys.filter((sampleKey) => judge(customer({ sampleKey }), now))
      expect(chosen.length / keys.length).toBeCloseTo(percent / 100, 1.5)
      expect(keys.filter((sampleKey) => judge(customer({ sampleKey }), now + 1))).toEqual(chosen)
    }
  }
  const all = compile({ sample: 100, seed: 'x' }, zone)
  expect(keys.every((sampleKey) => all(customer({ sampleKey }), now))).toBe(true)
})

test('what was not checked is refused when it is resolved', () => {
  const predicates: Predicate[] = [
    { field: 'age', is: 'contains', value: '3' },
    { field: 'added', is: 'in', value: ['2026-01-01'] },
    { field: 'averageOrder', is: 'in', value: [1] },
    { field: 'birthday', is: '=', value: '2026-01-01' },
    { field: 'city', is: 'in', value: { this: 'month' } },
  ]
  for (const predicate of predicates) {
    expect(() => resolve(predicate, { now, timeZone: zone })).toThrow('did not pass check()')
  }
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { back, forward, isStep, type Step } from '../../../src/domain/time/step.ts'
import { candidates, rawStep } from './reference.ts'
import { anyInstant, anyZone } from './zones.ts'

const day = 86_400_000

const calendarStep: fc.Arbitrary<{ step: Step; months: number }> = fc.oneof(
  fc.integer({ min: 1, max: 30 }).map((n) => ({ step: { months: n }, months: n })),
  fc.integer({ min: 1, max: 6 }).map((n) => ({ step: { quarters: n }, months: 3 * n })),
  fc.integer({ min: 1, max: 5 }).map((n) => ({ step: { years: n }, months: 12 * n })),
)
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  calendarStep.map(({ step }) => step),
  fc.integer({ min: 1, max: 400 }).map((days) => ({ days })),
)

function at(text: string): number {
  return Date.parse(text)
}

function iso(instant: number): string {
  return new Date(instant).toISOString()
}

describe('exact steps', () => {
  it.each([
    [{ minutes: 90 }, 90 * 60_000],
    [{ hours: 24 }, day],
    [{ days: 7 }, 7 * day],
    [{ weeks: 2 }, 14 * day],
  ] as const)('%j is %i ms, whatever the clocks do', (step, length) => {
    fc.assert(
      fc.property(anyInstant, anyZone, (now, zone) => {
        expect(back(now, step, zone)).toBe(now - length)
        expect(forward(now, step, zone)).toBe(now + length)
      }),
    )
  })
})

describe('calendar steps', () => {
  it.each([
    ['2026-11-21T08:00', { months: 1 }, '2026-10-21T08:00:00.000Z'],
    ['2026-11-21T08:00', { quarters: 2 }, '2026-05-21T08:00:00.000Z'],
    ['2024-02-29T08:00', { years: 1 }, '2023-02-28T23:59:59.999Z'],
    ['2024-02-28T08:00', { years: 1 }, '2023-02-28T08:00:00.000Z'],
    ['2023-03-28T08:00', { months: 1 }, '2023-02-28T08:00:00.000Z'],
    ['2023-03-28T23:59:59.999', { months: 1 }, '2023-02-28T23:59:59.999Z'],
    ['2023-03-29T00:00', { months: 1 }, '2023-02-28T23:59:59.999Z'],
    ['2023-03-31T23:00', { months: 1 }, '2023-02-28T23:59:59.999Z'],
    ['2023-04-01T00:00', { months: 1 }, '2023-03-01T00:00:00.000Z'],
    ['2024-03-29T08:00', { months: 1 }, '2024-02-29T08:00:00.000Z'],
    ['2024-03-30T08:00', { months: 1 }, '2024-02-29T23:59:59.999Z'],
    ['2026-07-31T08:00', { months: 1 }, '2026-06-30T23:59:59.999Z'],
  ] as const)('back from %s by %j', (now, step, expected) => {
    expect(iso(back(at(`${now}Z`), step, 'UTC'))).toBe(expected)
  })

  it.each([
    ['2023-01-28T08:00', { months: 1 }, '2023-02-28T08:00:00.000Z'],
    ['2023-01-29T08:00', { months: 1 }, '2023-02-28T23:59:59.999Z'],
    ['2023-02-01T00:00', { months: 1 }, '2023-03-01T00:00:00.000Z'],
    ['2024-02-29T08:00', { years: 4 }, '2028-02-29T08:00:00.000Z'],
  ] as const)('forward from %s by %j', (now, step, expected) => {
    expect(iso(forward(at(`${now}Z`), step, 'UTC'))).toBe(expected)
  })

  it('keep the local time across daylight saving', () => {
    expect(iso(back(at('2024-04-05T12:00-04:00'), { months: 1 }, 'America/New_York'))).toBe(
      '2024-03-05T17:00:00.000Z', // 12:00−05:00
    )
  })

  it('take the next local time that exists', () => {
    expect(iso(back(at('2024-04-10T02:30-04:00'), { months: 1 }, 'America/New_York'))).toBe(
      '2024-03-10T07:00:00.000Z', // 02:30 was skipped, 03:00 came
    )
    expect(iso(back(at('2012-01-30T08:00+14:00'), { months: 1 }, 'Pacific/Apia'))).toBe(
      '2011-12-30T10:00:00.000Z', // 30 December was skipped
    )
  })

  it('stand still while clocks repeat an hour', () => {
    const zone = 'America/New_York'
    const firstPass = at('2024-11-03T01:59:59.999-04:00')
    const cutOff = back(firstPass, { months: 1 }, zone)
    expect(iso(cutOff)).toBe('2024-10-03T05:59:59.999Z')
    expect(back(firstPass + 1, { months: 1 }, zone)).toBe(cutOff)
    expect(back(firstPass + 3_600_000, { months: 1 }, zone)).toBe(cutOff)
    expect(back(firstPass + 3_600_001, { months: 1 }, zone)).toBe(cutOff + 1)
  })

  it('count the hour that ended when clocks went back across midnight', () => {
    // In St John's 00:01 on 7 November 2010 was followed by 23:01 on the 6th.
    const change = at('2010-11-07T02:31Z')
    const cutOff = back(change - 1, { months: 1 }, 'America/St_Johns')
    expect(iso(cutOff)).toBe('2010-10-07T02:30:59.999Z')
    expect(back(change, { months: 1 }, 'America/St_Johns')).toBe(cutOff)
  })

  it('never move back', () => {
    const distance = fc.oneof(fc.nat({ max: 2 * day }), fc.nat({ max: 40 * day }), fc.constant(1))
    fc.assert(
      fc.property(anyInstant, distance, anyStep, anyZone, (now, later, step, zone) => {
        expect(back(now + later, step, zone)).toBeGreaterThanOrEqual(back(now, step, zone))
        expect(forward(now + later, step, zone)).toBeGreaterThanOrEqual(forward(now, step, zone))
      }),
      { numRuns: 1000 },
    )
  })

  it('reach the latest instant that the plain step reaches from any t ≤ now', () => {
    fc.assert(
      fc.property(
        anyInstant,
        calendarStep,
        anyZone,
        fc.constantFrom(-1, 1),
        (now, { step, months }, zone, direction) => {
          let latest = Number.NEGATIVE_INFINITY
          for (const t of candidates(now)) {
            latest = Math.max(latest, rawStep(t, direction * months, zone))
          }
          const ours = direction === -1 ? back(now, step, zone) : forward(now, step, zone)
          expect(iso(ours)).toBe(iso(latest))
        },
      ),
      { numRuns: 40 },
    )
  })

  it('lie on the right side of now', () => {
    fc.assert(
      fc.property(anyInstant, anyStep, anyZone, (now, step, zone) => {
        expect(back(now, step, zone)).toBeLessThan(now)
        expect(forward(now, step, zone)).toBeGreaterThan(now)
      }),
    )
  })
})

describe('isStep', () => {
  it.each([{ minutes: 1 }, { days: 60 }, { years: 1000 }])('%j is', (step) => {
    expect(isStep(step)).toBe(true)
  })

  it.each([
    {},
    { days: 0 },
    { days: -1 },
    { days: 1.5 },
    { days: '7' },
    { days: 7, hours: 1 },
    { seconds: 5 },
    { years: 1001 },
    { months: 12_001 },
    { minutes: Number.MAX_SAFE_INTEGER },
    { constructor: 1 },
    JSON.parse('{"__proto__":1}'),
    [7],
    null,
    undefined,
    7,
  ])('%j is not', (value) => {
    expect(isStep(value)).toBe(false)
  })

  it('is asked before stepping', () => {
    expect(() => back(0, { days: 0 }, 'UTC')).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/domain/time/local-date.ts'
import { day, period, today, tomorrow, yesterday } from '../../../src/domain/time/period.ts'
import { dayOfWeek, localDate, startOfLocalDay } from '../../../src/domain/time/zone.ts'
import { anyInstant, anyZone } from './zones.ts'

const now = Date.parse('2026-11-21T18:45:30Z') // Saturday in Greenwich, Sunday in Jakarta
const units = fc.constantFrom('week', 'month', 'quarter', 'year')

describe('period', () => {
  it.each([
    ['this', 'week', '2026-11-16', '2026-11-23'],
    ['last', 'week', '2026-11-09', '2026-11-16'],
    ['next', 'week', '2026-11-23', '2026-11-30'],
    ['this', 'month', '2026-11-01', '2026-12-01'],
    ['last', 'month', '2026-10-01', '2026-11-01'],
    ['next', 'month', '2026-12-01', '2027-01-01'],
    ['this', 'quarter', '2026-10-01', '2027-01-01'],
    ['last', 'quarter', '2026-07-01', '2026-10-01'],
    ['next', 'quarter', '2027-01-01', '2027-04-01'],
    ['this', 'year', '2026-01-01', '2027-01-01'],
    ['last', 'year', '2025-01-01', '2026-01-01'],
    ['next', 'year', '2027-01-01', '2028-01-01'],
  ] as const)('%s %s', (position, unit, from, to) => {
    for (const zone of ['UTC', 'Asia/Jakarta', 'America/New_York']) {
      expect(period(position, unit, now, zone)).toEqual({
        from: startOfLocalDay(from, zone),
        to: startOfLocalDay(to, zone),
      })
    }
  })

  it('holds now, and its neighbours touch it', () => {
    fc.assert(
      fc.property(anyInstant, units, anyZone, (instant, unit, zone) => {
        const current = period('this', unit, instant, zone)
        expect(current.from).toBeLessThanOrEqual(instant)
        expect(current.to).toBeGreaterThan(instant)
        expect(period('last', unit, instant, zone).to).toBe(current.from)
        expect(period('next', unit, instant, zone).from).toBe(current.to)
        expect(period('this', unit, current.from, zone)).toEqual(current)
        expect(period('this', unit, current.to - 1, zone)).toEqual(current)
        expect(period('last', unit, current.to, zone)).toEqual(current)
      }),
      { numRuns: 500 },
    )
  })

  it('begins weeks on Monday, or on the first day that exists', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (instant, zone) => {
        const { from } = period('this', 'week', instant, zone)
        expect(dayOfWeek(from, zone)).toBe(1)
      }),
    )
  })
})

describe('days', () => {
  it('surround now', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (instant, zone) => {
        const date = localDate(instant, zone)
        expect(today(instant, zone)).toEqual(day(date, zone))
        expect(today(instant, zone).from).toBe(yesterday(instant, zone).to)
        expect(today(instant, zone).to).toBe(tomorrow(instant, zone).from)
        expect(yesterday(instant, zone)).toEqual(day(addDays(date, -1), zone))
      }),
    )
  })

  it('last 23 to 25 hours, and none at all where the calendar skipped one', () => {
    const hours = (date: string, zone: string) => {
      const { from, to } = day(date, zone)
      return (to - from) / 3_600_000
    }
    expect(hours('2024-03-10', 'America/New_York')).toBe(23)
    expect(hours('2024-11-03', 'America/New_York')).toBe(25)
    expect(hours('2026-11-21', 'Asia/Jakarta')).toBe(24)
    expect(hours('2011-12-30', 'Pacific/Apia')).toBe(0)
  })
})

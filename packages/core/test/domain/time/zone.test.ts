import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/domain/time/local-date.ts'
import { isTimeZone } from '../../../src/domain/time/time-zone.ts'
import {
  dayOfWeek,
  localDate,
  localMinuteOfDay,
  startOfLocalDay,
} from '../../../src/domain/time/zone.ts'
import { anyInstant, anyZone } from './zones.ts'

describe('isTimeZone', () => {
  it.each(['UTC', 'Asia/Jakarta', 'America/Argentina/Buenos_Aires', 'Etc/GMT+7'])(
    'knows %s',
    (name) => {
      expect(isTimeZone(name)).toBe(true)
    },
  )

  it.each(['', 'Mars/Olympus', '+07:00', 'constructor', '__proto__', 'Asia/Jakarta '])(
    'does not know %j',
    (name) => {
      expect(isTimeZone(name)).toBe(false)
      expect(() => localDate(0, name)).toThrow(
        expect.objectContaining({ code: 'TIME_ZONE_UNKNOWN' }),
      )
    },
  )
})

describe('localDate', () => {
  it.each([
    ['2026-03-01T16:59:59.999Z', 'Asia/Jakarta', '2026-03-01'],
    ['2026-03-01T17:00:00.000Z', 'Asia/Jakarta', '2026-03-02'],
    ['2026-03-01T14:59:59.999Z', 'Asia/Jayapura', '2026-03-01'],
    ['2026-03-01T15:00:00.000Z', 'Asia/Jayapura', '2026-03-02'],
    ['2024-03-10T04:59:59.999Z', 'America/New_York', '2024-03-09'],
    ['2011-12-30T09:59:59.999Z', 'Pacific/Apia', '2011-12-29'],
    ['2011-12-30T10:00:00.000Z', 'Pacific/Apia', '2011-12-31'],
  ])('of %s in %s is %s', (instant, zone, expected) => {
    expect(localDate(Date.parse(instant), zone)).toBe(expected)
  })

  it('does not go back to the day before when clocks do', () => {
    // 00:01 on 7 November 2010 in St John's was followed by 23:01 on the 6th.
    const change = Date.parse('2010-11-07T02:31Z')
    expect(localDate(change - 1, 'America/St_Johns')).toBe('2010-11-07')
    expect(localDate(change, 'America/St_Johns')).toBe('2010-11-07')
    expect(localMinuteOfDay(change, 'America/St_Johns')).toBe(23 * 60 + 1)
  })

  it('refuses instants that no date can hold', () => {
    for (const instant of [Number.NaN, Number.POSITIVE_INFINITY, 8.64e15 + 1]) {
      expect(() => localDate(instant, 'UTC')).toThrow(
        expect.objectContaining({ code: 'INVALID_INPUT' }),
      )
    }
  })

  it('agrees with the engine except in an hour shown twice', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (instant, zone) => {
        const engine = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(instant)
        expect([engine, addDays(engine, 1)]).toContain(localDate(instant, zone))
        if (zone !== 'America/St_Johns') expect(localDate(instant, zone)).toBe(engine)
      }),
    )
  })
})

describe('startOfLocalDay', () => {
  it.each([
    ['2026-03-02', 'Asia/Jakarta', '2026-03-01T17:00:00.000Z'],
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'], // 01:00, no midnight
    ['2018-02-18', 'America/Sao_Paulo', '2018-02-18T03:00:00.000Z'], // 23:00 came twice before
    ['2022-03-27', 'Asia/Beirut', '2022-03-26T22:00:00.000Z'],
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'], // a day that never was
    ['2011-12-31', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['2024-03-10', 'America/New_York', '2024-03-10T05:00:00.000Z'],
    ['2024-03-11', 'America/New_York', '2024-03-11T04:00:00.000Z'],
    ['2010-11-07', 'America/St_Johns', '2010-11-07T02:30:00.000Z'],
    ['2010-10-31', 'America/Havana', '2010-10-31T04:00:00.000Z'], // 00:00 came twice, the first counts,
  ])('of %s in %s is %s', (date, zone, expected) => {
    expect(new Date(startOfLocalDay(date, zone)).toISOString()).toBe(expected)
  })

  it('cuts time into days without gap or overlap', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (instant, zone) => {
        const date = localDate(instant, zone)
        expect(startOfLocalDay(date, zone)).toBeLessThanOrEqual(instant)
        expect(startOfLocalDay(addDays(date, 1), zone)).toBeGreaterThan(instant)
        expect(localDate(startOfLocalDay(date, zone), zone)).toBe(date)
        expect(localDate(startOfLocalDay(date, zone) - 1, zone) < date).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('refuses what is no date', () => {
    expect(() => startOfLocalDay('2026-02-30', 'UTC')).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    )
  })
})

describe('clock and weekday', () => {
  it('shows minutes and weekdays of the zone', () => {
    const instant = Date.parse('2026-11-21T18:45:30Z') // a Saturday in Greenwich
    expect(localMinuteOfDay(instant, 'UTC')).toBe(18 * 60 + 45)
    expect(localMinuteOfDay(instant, 'Asia/Jakarta')).toBe(60 + 45)
    expect(localMinuteOfDay(instant, 'Asia/Kathmandu')).toBe(30)
    expect(dayOfWeek(instant, 'UTC')).toBe(6)
    expect(dayOfWeek(instant, 'Asia/Jakarta')).toBe(7)
    expect(localMinuteOfDay(-1, 'UTC')).toBe(1439)
  })
})

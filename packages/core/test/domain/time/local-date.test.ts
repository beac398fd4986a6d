import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  ageOn,
  daysBetween,
  isLocalDate,
  nextAnniversary,
} from '../../../src/domain/time/local-date.ts'

const anyDate = fc
  .oneof(
    fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
    fc.date({ min: new Date('1990-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }),
    fc
      .integer({ min: 1900, max: 2100 })
      .map((year) => new Date(Date.UTC(year, 1, 28 + (year % 2)))),
  )
  .map((date) => date.toISOString().slice(0, 10))

describe('isLocalDate', () => {
  it.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '0099-03-01'])(
    '%s is',
    (text) => {
      expect(isLocalDate(text)).toBe(true)
    },
  )

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2024-04-31',
    '2024-13-01',
    '2024-00-01',
    '2024-01-00',
    '2024-01-32',
    '0000-01-01',
    '24-01-01',
    '2024-1-1',
    '+12024-01-01',
    '2024-01-01T00:00',
    '2024-01-01\n',
    '٢٠٢٤-01-01',
    '',
  ])('%j is not', (text) => {
    expect(isLocalDate(text)).toBe(false)
    const invalid = expect.objectContaining({ code: 'INVALID_INPUT' })
    expect(() => addDays(text, 1)).toThrow(invalid)
    expect(() => daysBetween(text, '2024-01-01')).toThrow(invalid)
    expect(() => ageOn(text, '2024-01-01')).toThrow(invalid)
    expect(() => nextAnniversary('2024-01-01', text)).toThrow(invalid)
  })

  it('agrees with the calendar of the engine', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(isLocalDate(date)).toBe(true)
      }),
    )
  })
})

describe('days', () => {
  it('are counted across leap days and centuries', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01')
    expect(addDays('0001-01-01', 99 * 365)).toBe('0099-12-08')
    expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366)
    expect(daysBetween('2024-01-02', '2024-01-01')).toBe(-1)
  })

  it('added and counted are inverse', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(addDays(a, daysBetween(a, b))).toBe(b)
      }),
    )
  })

  it('refuse to leave the years 0001 to 9999', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    )
    expect(() => addDays('0001-01-01', -1)).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    )
  })
})

describe('ages and anniversaries', () => {
  it.each([
    ['2000-06-15', '2026-06-14', 25],
    ['2000-06-15', '2026-06-15', 26],
    ['2000-02-29', '2023-02-27', 22],
    ['2000-02-29', '2023-02-28', 23],
    ['2000-02-29', '2024-02-28', 23],
    ['2000-02-29', '2024-02-29', 24],
    ['2000-02-28', '2024-02-28', 24],
    ['2026-01-01', '2026-01-01', 0],
    ['2026-01-02', '2026-01-01', -1],
  ])('of someone born %s on %s is %i', (birth, on, age) => {
    expect(ageOn(birth, on)).toBe(age)
  })

  it.each([
    ['1990-12-31', '2026-11-21', '2026-12-31'],
    ['1990-01-02', '2026-11-21', '2027-01-02'],
    ['1990-11-21', '2026-11-21', '2026-11-21'],
    ['2000-02-29', '2026-02-28', '2026-02-28'],
    ['2000-02-29', '2026-03-01', '2027-02-28'],
    ['2000-02-29', '2028-02-28', '2028-02-29'],
    ['2000-02-29', '2027-03-01', '2028-02-29'],
    ['2026-11-21', '2026-11-21', '2027-11-21'],
    ['2026-11-21', '2020-01-01', '2027-11-21'],
    ['9998-02-01', '9999-03-01', undefined],
  ])('that follows %s from %s on is %s', (date, from, expected) => {
    expect(nextAnniversary(date, from)).toBe(expected)
  })

  it('raise the age by one, on that day and not before', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (birth, from) => {
        const next = nextAnniversary(birth, from)
        if (next === undefined) return
        expect(next >= from && next > birth).toBe(true)
        expect(ageOn(birth, next)).toBe(ageOn(birth, addDays(next, -1)) + 1)
        expect(daysBetween(from, next) <= 366 || daysBetween(birth, next) <= 366).toBe(true)
        if (from > birth)
          expect(ageOn(birth, addDays(next, -1))).toBe(ageOn(birth, addDays(from, -1)))
      }),
      { numRuns: 1000 },
    )
  })
})

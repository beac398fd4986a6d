import fc from 'fast-check'
import type { CalendarPeriod } from '../../domain/segments/predicate.ts'
import { addDays } from '../../domain/time/local-date.ts'
import { period } from '../../domain/time/period.ts'
import { back, forward, type Step } from '../../domain/time/step.ts'
import { localDate, startOfLocalDay } from '../../domain/time/zone.ts'
import { texts } from './pools.ts'

/**
 * The values that the data and the predicates of one scene are both drawn from: few, so that
 * thresholds meet data, and times lie on the very bounds that the predicates of the scene have.
 */
export interface ScenePools {
  readonly now: number
  readonly timeZone: string
  readonly steps: readonly Step[]
  readonly calendarPeriods: readonly CalendarPeriod[]
  /** Local dates around now. */
  readonly dates: readonly string[]
  /** Bounds seen from now, and a millisecond beside them. */
  readonly instants: readonly number[]
  /** Leap days, and dates of those who turn an age about now. */
  readonly birthDates: readonly string[]
  readonly texts: readonly string[]
}

const steps: readonly Step[] = [
  { minutes: 30 },
  { hours: 2 },
  { hours: 24 },
  { days: 1 },
  { days: 7 },
  { days: 60 },
  { weeks: 2 },
  { months: 1 },
  { months: 3 },
  { quarters: 1 },
  { years: 1 },
]

const calendarPeriods: readonly CalendarPeriod[] = ['day', 'week', 'month', 'quarter', 'year']

/** Days from today. */
const distances: readonly number[] = [-400, -90, -31, -7, -1, 0, 1, 7, 31]

/** Zones with and without daylight saving, some of which skipped or repeated half hours or whole days. */
const zones: readonly string[] = [
  'Asia/Jakarta',
  'Asia/Jayapura',
  'UTC',
  'America/New_York',
  'Europe/London',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Pacific/Apia',
]

/** Month ends, leap days, changes of daylight saving, midnights. */
const nows: readonly string[] = [
  '2024-02-29T05:00:00.000Z',
  '2024-02-28T17:00:00.000Z',
  '2026-02-28T12:00:00.000Z',
  '2026-03-01T00:00:00.000Z',
  '2026-03-29T10:00:00.000Z',
  '2026-03-31T23:59:59.999Z',
  '2026-05-31T03:00:00.000Z',
  '2026-03-08T07:00:00.000Z',
  '2026-03-29T01:00:00.000Z',
  '2026-11-01T06:00:00.000Z',
  '2026-11-01T05:30:00.000Z',
  '2026-10-25T01:00:00.000Z',
  '2026-12-31T17:00:00.000Z',
  '2026-12-31T16:59:59.999Z',
  '2027-01-01T00:00:00.000Z',
  '2011-12-30T09:59:59.999Z',
  '2026-07-15T08:30:00.123Z',
]

/** Pools at the instants and in the zones where calendars are difficult, and at any other. */
export const arbitraryPools: fc.Arbitrary<ScenePools> = fc
  .record({
    now: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...nows).map((text) => Date.parse(text)) },
      { weight: 1, arbitrary: fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2040, 0) }) },
    ),
    timeZone: fc.constantFrom(...zones),
    steps: few(steps, 3),
    calendarPeriods: few(calendarPeriods, 2),
    distances: few(distances, 3),
    texts: few(texts, 8),
  })
  .chain((chosen) => {
    const pools = poolsOf(chosen)
    return few(pools.instants, 12).map((instants) => ({
      ...pools,
      instants: [pools.now, ...instants],
    }))
  })

function few<T>(values: readonly T[], count: number): fc.Arbitrary<readonly T[]> {
  return fc.subarray([...values], { minLength: count, maxLength: count })
}

/** Pools with everything in them, at an instant in a zone. */
export function poolsAt(now: number, timeZone: string): ScenePools {
  return poolsOf({ now, timeZone, steps, calendarPeriods, distances, texts })
}

interface Chosen
  extends Pick<ScenePools, 'now' | 'timeZone' | 'steps' | 'calendarPeriods' | 'texts'> {
  readonly distances: readonly number[]
}

function poolsOf({ distances: days, ...chosen }: Chosen): ScenePools {
  const { now, timeZone } = chosen
  const today = localDate(now, timeZone)
  const dates = days.map((count) => addDays(today, count))
  const bounds = [
    ...chosen.steps.flatMap((step) => [back(now, step, timeZone), forward(now, step, timeZone)]),
    ...chosen.calendarPeriods.flatMap((unit) => edgesOf(unit, now, timeZone)),
    ...dates.map((date) => startOfLocalDay(date, timeZone)),
  ]
  return {
    ...chosen,
    dates,
    instants: [now, ...bounds].flatMap((bound) => [bound, bound - 1, bound + 1]),
    birthDates: birthDatesAround(today),
  }
}

function edgesOf(unit: CalendarPeriod, now: number, timeZone: string): number[] {
  if (unit === 'day') return [startOfLocalDay(localDate(now, timeZone), timeZone)]
  const { from, to } = period('this', unit, now, timeZone)
  return [from, to]
}

function birthDatesAround(today: string): string[] {
  const turning = [-18, -25, -34, -35].flatMap((years) => {
    const year = String(Number(today.slice(0, 4)) + years).padStart(4, '0')
    const date = today.endsWith('-02-29') ? `${year}-02-28` : year + today.slice(4)
    return [date, addDays(date, -1), addDays(date, 1), addDays(date, 7)]
  })
  return [...turning, '1996-02-29', '2000-02-29', '1990-02-28', '1990-03-01', '1985-12-31']
}

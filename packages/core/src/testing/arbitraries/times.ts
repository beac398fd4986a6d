import fc from 'fast-check'
import type { InstantTest } from '../../domain/segments/check/check-instant.ts'
import type { Period } from '../../domain/segments/predicate.ts'
import { oneOf } from './draw.ts'
import type { ScenePools } from './scene-pools.ts'

/** Every form of a period, with dates around now. */
export function arbitraryPeriod(pools: ScenePools): fc.Arbitrary<Period> {
  const date = oneOf(pools.dates)
  const step = oneOf(pools.steps)
  const calendarPeriod = oneOf(pools.calendarPeriods)
  return fc.oneof(
    { weight: 4, arbitrary: step.map((last) => ({ last })) },
    { weight: 2, arbitrary: step.map((next) => ({ next })) },
    calendarPeriod.map((last) => ({ last })),
    calendarPeriod.map((next) => ({ next })),
    { weight: 2, arbitrary: calendarPeriod.map((unit) => ({ this: unit })) },
    date.map((on) => ({ on })),
    date.map((before) => ({ before })),
    date.map((after) => ({ after })),
    date.map((since) => ({ since })),
    date.map((until) => ({ until })),
    fc.tuple(date, date).map((bounds) => ({ between: inOrder(bounds) })),
  )
}

/** A test of a time as `check` leaves it. */
export function arbitraryTimeTest(pools: ScenePools): fc.Arbitrary<InstantTest> {
  const ago = oneOf(pools.steps).map((length) => ({ ago: length }))
  const instant = oneOf(pools.instants).map((ms) => new Date(ms).toISOString())
  return fc.oneof(
    { weight: 3, arbitrary: arbitraryPeriod(pools).map((value) => ({ is: 'in' as const, value })) },
    {
      weight: 2,
      arbitrary: fc.record({ is: fc.constantFrom('<=' as const, '>' as const), value: ago }),
    },
    fc.record({ is: fc.constantFrom(...(['=', '<', '<=', '>', '>='] as const)), value: instant }),
  )
}

/** A period that birthdays can lie in. */
export function arbitraryBirthdays(pools: ScenePools): fc.Arbitrary<Period> {
  const calendarPeriod = oneOf(pools.calendarPeriods)
  const days = fc.constantFrom(1, 6, 7, 8, 31, 365, 366).map((count) => ({ days: count }))
  const date = oneOf([...pools.dates, ...pools.birthDates])
  return fc.oneof(
    days.map((next) => ({ next })),
    days.map((last) => ({ last })),
    fc.constantFrom(1, 2).map((weeks) => ({ next: { weeks } })),
    calendarPeriod.map((unit) => ({ this: unit })),
    calendarPeriod.map((next) => ({ next })),
    calendarPeriod.map((last) => ({ last })),
    date.map((on) => ({ on })),
    fc.tuple(date, date).map((bounds) => ({ between: inOrder(bounds) })),
  )
}

function inOrder([a, b]: readonly [string, string]): readonly [string, string] {
  return a < b ? [a, b] : [b, a]
}

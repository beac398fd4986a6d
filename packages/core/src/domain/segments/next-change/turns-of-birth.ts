import { isLocalDate, midnightOf } from '../../time/local-date.ts'
import type { Step } from '../../time/step.ts'
import { firstInstantAt } from '../../time/wall-time.ts'
import { localDate, startOfLocalDay } from '../../time/zone.ts'
import type { DefinedSegment } from '../catalogue.ts'
import type { Period } from '../predicate.ts'
import { turnsOfPeriod } from './turns-of-time.ts'

const dayLength = 86_400_000

/** The years whose days are looked at: those of the two instants, and one more on each side. */
export interface Span {
  readonly from: number
  readonly to: number
  readonly timeZone: string
  /** What the segments mean that the predicate names. */
  readonly segments?: readonly DefinedSegment[]
}

/** The midnights at which somebody turns a year older. */
export function turnsOfAge(birthDate: string, span: Span): readonly number[] {
  return daysOf(birthDate.slice(5), span).map((date) => startOfLocalDay(date, span.timeZone))
}

/**
 * The midnights at which a birthday may come into a period, or fall out of it.
 *
 * @param key month × 100 + day
 */
export function turnsOfBirthday(key: number, period: Period, span: Span): readonly number[] {
  const monthAndDay = String(key).padStart(4, '0').replace(/..$/, '-$&')
  return daysOf(monthAndDay, span).flatMap((date) => turnsOfDay(date, period, span.timeZone))
}

/** From so many days before a day until so many after it, seen from that day. */
function turnsOfDay(date: string, period: Period, timeZone: string): readonly number[] {
  const wall = midnightOf(date)
  const midnight = (days: number): number => firstInstantAt(wall + days * dayLength, timeZone)
  if ('next' in period && typeof period.next !== 'string')
    return [midnight(-daysIn(period.next)), midnight(1)]
  if ('last' in period && typeof period.last !== 'string')
    return [midnight(0), midnight(daysIn(period.last) + 1)]
  return turnsOfPeriod(midnight(0), period, timeZone)
}

function daysIn(step: Step): number {
  return step.days ?? (step.weeks ?? 0) * 7
}

/** The days on which a `MM-DD` is observed in the years of a span; 29 February on the 28th where there is none. */
function daysOf(monthAndDay: string, { from, to, timeZone }: Span): readonly string[] {
  const first = yearOf(from, timeZone) - 1
  const years = yearOf(to, timeZone) + 1 - first
  return Array.from({ length: years + 1 }, (_, i) => {
    const date = `${first + i}-${monthAndDay}`
    return isLocalDate(date) ? date : `${first + i}-02-28`
  })
}

function yearOf(instant: number, timeZone: string): number {
  return Number(localDate(instant, timeZone).slice(0, 4))
}

import { localDate, startOfLocalDay } from '../../../time/zone.ts'
import { dayKey } from '../../../value/facts.ts'
import { rhythmOf, startingGap } from '../../../value/rhythm.ts'
import { earliest, mayBe, numbersFor, triesFor, type Wanted } from './wanted.ts'

const day = 86_400_000
/** Days before now that are tried. */
const usualDays = [1, 0, 10, 45, 70, 100, 130, 200, 400]

/**
 * When the sales lie that are wanted beside those demanded, so that the first and the last purchase
 * and the rhythm are what they should be; undefined where no times were found.
 */
export function planTimes(
  wanted: Wanted,
  demanded: readonly number[],
  count: number,
): readonly number[] | undefined {
  const more = count - demanded.length
  if (more <= 0) return []
  const tries = timesToTry(wanted, demanded)
  for (const last of tries) {
    for (const first of more === 1 ? [last] : tries) {
      if (first > last) continue
      const times = spread(first, last, more)
      if (suits(wanted, [...demanded, ...times])) return times
    }
  }
  return undefined
}

function timesToTry(wanted: Wanted, demanded: readonly number[]): readonly number[] {
  const { at } = wanted
  const bounds = { least: earliest, most: at }
  const ends = ['firstPurchaseAt', 'lastPurchaseAt', 'lastActivityAt'].flatMap((column) =>
    triesFor(wanted, `facts ${column}`, bounds),
  )
  const rhythm = [2, 4].flatMap((gaps, i) =>
    triesFor(wanted, `facts ${i === 0 ? 'slippingAt' : 'lapsedAt'}`, {
      least: earliest,
      most: at + 1e13,
    }).map((end) => end - gaps * startingGap),
  )
  const usual = usualDays.map((days) => at - days * day)
  const times = [...usual, ...ends, ...rhythm, ...keyed(wanted), ...demanded]
  return [...new Set(times)].filter((time) => time <= at && time > earliest)
}

/** Days of the last years whose key is wanted. */
function keyed(wanted: Wanted): readonly number[] {
  const { at, context } = wanted
  const year = Number(localDate(at, context.timeZone).slice(0, 4))
  const ranges = numbersFor(wanted, 'facts firstPurchaseKey')
  return ranges.flatMap((range) =>
    range
      .filter(Number.isFinite)
      .flatMap((key) =>
        [0, 1, 2, 3, 4].map((back) => startOfDay(year - back, key, context.timeZone)),
      ),
  )
}

function startOfDay(year: number, key: number, timeZone: string): number {
  const month = Math.min(Math.max(Math.floor(key / 100), 1), 12)
  const date = new Date(Date.UTC(year, month - 1, Math.max(key % 100, 1)))
    .toISOString()
    .slice(0, 10)
  return startOfLocalDay(date, timeZone)
}

function spread(first: number, last: number, count: number): readonly number[] {
  if (count === 1) return [last]
  return Array.from(
    { length: count },
    (_, i) => first + Math.floor(((last - first) * i) / (count - 1)),
  )
}

function suits(wanted: Wanted, times: readonly number[]): boolean {
  const sorted = [...times].sort((a, b) => a - b)
  const first = sorted[0] ?? null
  const { steady, slippingAt, lapsedAt } = rhythmOf(sorted, startingGap)
  const key = first === null ? null : dayKey(localDate(first, wanted.context.timeZone))
  return (
    mayBe(wanted, 'facts firstPurchaseAt', first) &&
    mayBe(wanted, 'facts lastPurchaseAt', sorted.at(-1) ?? null) &&
    mayBe(wanted, 'facts slippingAt', slippingAt) &&
    mayBe(wanted, 'facts lapsedAt', lapsedAt) &&
    mayBe(wanted, 'facts steady', steady) &&
    (key === null || mayBe(wanted, 'facts firstPurchaseKey', key))
  )
}

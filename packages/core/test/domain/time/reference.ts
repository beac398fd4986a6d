import { tzOffset } from '@date-fns/tz'

// Slow and simple: the same rules as in src, written another way, to compare with.

const hour = 3_600_000
const day = 24 * hour

function wallTime(instant: number, zone: string): number {
  return instant + Math.round(tzOffset(zone, new Date(instant)) * 60_000)
}

/** The first instant that shows the wall time or, if none does, that is past it. */
function resolve(wall: number, zone: string): number {
  const offsets = new Set<number>()
  for (let at = wall - 27 * hour; at <= wall + 27 * hour; at += 6 * hour) {
    offsets.add(wallTime(at, zone) - at)
  }
  const shown = [...offsets].map((o) => wall - o).filter((t) => wallTime(t, zone) === wall)
  if (shown.length > 0) return Math.min(...shown)
  let low = wall - 27 * hour
  let high = wall + 27 * hour
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (wallTime(middle, zone) < wall) low = middle
    else high = middle
  }
  return high
}

/** One calendar step without the rule that the cut-off never moves back. */
export function rawStep(instant: number, months: number, zone: string): number {
  const wall = new Date(wallTime(instant, zone))
  const first = new Date(wall)
  first.setUTCDate(1)
  first.setUTCMonth(first.getUTCMonth() + months)
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(wall.getUTCDate(), length))
  return resolve(first.getTime(), zone)
}

/**
 * Instants up to `now` that could reach furthest: it, and the last before each quarter of an hour
 * and before the minute after that, when clocks in St John's used to change.
 */
export function* candidates(now: number): Generator<number> {
  yield now
  const quarter = hour / 4
  for (let at = now - (now % quarter); at > now - 4.5 * day; at -= quarter) {
    yield Math.min(at + hour / 60 - 1, now)
    yield at - 1
  }
}

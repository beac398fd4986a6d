import { offsetAt } from './offset.ts'

// A wall time is what the zone's calendar and clock show, written as the epoch milliseconds at
// which UTC shows the same.

const hour = 3_600_000
const sampleDistance = 12 * hour
const widestOffset = 16 * hour
const deepestOverlap = 24 * hour

/** The wall time at an instant. */
export function wallTime(instant: number, zone: string): number {
  return instant + offsetAt(instant, zone)
}

/**
 * The furthest wall time shown at any instant up to this one.
 *
 * It differs from {@link wallTime} only after clocks were put back, until they have caught up; it
 * never runs backwards, which is what makes days and steps monotone.
 */
export function furthestWallTime(instant: number, zone: string): number {
  let furthest = wallTime(instant, zone)
  const spans = offsetSpans(instant - deepestOverlap, instant, zone)
  for (const { end, offset } of spans) furthest = Math.max(furthest, end - 1 + offset)
  return furthest
}

/**
 * The first instant whose wall time is at least this one: the next that exists when clocks skip it,
 * the earlier one when they show it twice.
 */
export function firstInstantAt(wall: number, zone: string): number {
  const spans = offsetSpans(wall - widestOffset, wall + widestOffset, zone)
  for (const { start, end, offset } of spans) {
    const instant = Math.max(start, wall - offset)
    if (instant < end) return instant
  }
  return wall + widestOffset
}

/** A stretch of instants, `start` ≤ t < `end`, with one offset. */
interface OffsetSpan {
  readonly start: number
  readonly end: number
  readonly offset: number
}

/** The spans that cover `from` ≤ t < `to`. */
function offsetSpans(from: number, to: number, zone: string): OffsetSpan[] {
  const spans: OffsetSpan[] = []
  let start = from
  let offset = offsetAt(from, zone)
  let seen = from
  while (seen < to) {
    const next = Math.min(seen + sampleDistance, to)
    const nextOffset = offsetAt(next, zone)
    if (nextOffset !== offset) {
      const change = findChange(seen, next, offset, zone)
      spans.push({ start, end: change, offset })
      start = change
      offset = nextOffset
    }
    seen = next
  }
  spans.push({ start, end: to, offset })
  return spans
}

/** The first instant after `before` with another offset; `after` has one. */
function findChange(before: number, after: number, offset: number, zone: string): number {
  let low = before
  let high = after
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(middle, zone) === offset) low = middle
    else high = middle
  }
  return high
}

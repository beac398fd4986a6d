import { addMonthsToWallTime } from './calendar.ts'
import { firstInstantAt, furthestWallTime } from './wall-time.ts'

const dayLength = 86_400_000

/**
 * The latest instant that a step of calendar months reaches from any t ≤ `now`, in a zone.
 *
 * Reaching means: the same wall time that many months off, on the last day of a month too short for
 * it, and the next wall time that exists. Only two things make that step alone run backwards, and
 * both are met in closed form: clocks put back (hence the furthest wall time), and several days that
 * all land on the last of a short month (hence the latest time of day among them).
 */
export function shiftMonths(now: number, months: number, zone: string): number {
  const wall = furthestWallTime(now, zone)
  const landed = addMonthsToWallTime(wall, months)
  const excess = dayOfMonth(wall) - dayOfMonth(landed)
  if (excess <= 0) return firstInstantAt(landed, zone)

  let timeOfDay = timeOf(wall)
  for (let daysEarlier = 1; daysEarlier <= excess; daysEarlier += 1) {
    const lastShown = lastWallTimeBefore(startOfDay(wall) - (daysEarlier - 1) * dayLength, zone)
    const isThatDay = lastShown >= startOfDay(wall) - daysEarlier * dayLength
    if (isThatDay) timeOfDay = Math.max(timeOfDay, timeOf(lastShown))
  }
  return firstInstantAt(startOfDay(landed) + timeOfDay, zone)
}

/** The last wall time shown before a midnight is reached; a day that is skipped shows none. */
function lastWallTimeBefore(midnight: number, zone: string): number {
  return furthestWallTime(firstInstantAt(midnight, zone) - 1, zone)
}

function startOfDay(wall: number): number {
  return Math.floor(wall / dayLength) * dayLength
}

function timeOf(wall: number): number {
  return wall - startOfDay(wall)
}

function dayOfMonth(wall: number): number {
  return new Date(wall).getUTCDate()
}

import { tzOffset } from '@date-fns/tz'
import { startOfLocalDay } from '@langganan/core'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const mostDays = 10_000

/** A zone's clocks. A wall time is written as the epoch milliseconds at which UTC shows it. */
export interface LocalClock {
  /** When the clocks show it: undefined if they skip it, the earlier instant if they show it twice. */
  instantAt(wall: number): number | undefined
  /** The first instant of the day that begins at this wall time. */
  startOfDay(wall: number): number
}

export function localClock(zone: string): LocalClock {
  const offsetAt = (instant: number) => Math.round(tzOffset(zone, new Date(instant)) * minute)
  /** Offsets around a wall day, one almost always: asking the engine takes microseconds. */
  const offsetsOfDay = new Map<number, readonly number[]>()

  function offsetsOf(wallDay: number): readonly number[] {
    const known = offsetsOfDay.get(wallDay)
    if (known !== undefined) return known
    const noon = wallDay * day + day / 2
    const offsets = [...new Set([noon - 30 * hour, noon, noon + 30 * hour].map(offsetAt))]
    if (offsetsOfDay.size >= mostDays) offsetsOfDay.clear()
    offsetsOfDay.set(wallDay, offsets)
    return offsets
  }

  function instantAt(wall: number): number | undefined {
    const offsets = offsetsOf(Math.floor(wall / day))
    const [only, ...others] = offsets
    if (only !== undefined && others.length === 0) return wall - only
    const instants = offsets
      .map((offset) => wall - offset)
      .filter((instant) => instant + offsetAt(instant) === wall)
    return instants.length === 0 ? undefined : Math.min(...instants)
  }

  return {
    instantAt,
    startOfDay: (wall) =>
      instantAt(wall) ?? startOfLocalDay(new Date(wall).toISOString().slice(0, 10), zone),
  }
}

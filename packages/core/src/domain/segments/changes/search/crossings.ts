import type { CustomerView } from '../../customer-view.ts'
import type { Gauge } from './gauges.ts'

/** A customer after a thing is done so much; undefined where that cannot be. */
export type Along = (magnitude: number) => CustomerView | undefined

/** Magnitudes that a thing may have. */
export interface Reach {
  readonly least: number
  readonly most: number
  /** Whether gauges rise and fall by as much with every step. */
  readonly isEven: boolean
}

/**
 * The least magnitudes at which a gauge comes to lie on a bound, or beyond it. A gauge only rises or
 * only falls along the way.
 */
export function crossings(gauge: Gauge, along: Along, reach: Reach): readonly number[] {
  const { least, most, isEven } = reach
  const at = (magnitude: number): bigint | null => {
    const view = along(magnitude)
    return view === undefined ? null : gauge.read(view)
  }
  const start = at(least)
  const other = at(isEven ? least + 1 : most)
  if (start === null || other === null || start === other) return []
  const rises = other > start
  return gauge.bounds.flatMap((bound) => {
    // On the bound, and beyond it.
    const marks = rises ? [bound, bound + 1n] : [bound, bound - 1n]
    const ahead = marks.filter((mark) => (rises ? mark > start : mark < start))
    return ahead.flatMap((mark) =>
      isEven
        ? evenly(least, mark - start, other - start)
        : bisected(reach, (magnitude) => {
            const value = at(magnitude)
            return value !== null && (rises ? value >= mark : value <= mark)
          }),
    )
  })
}

/** So many steps as cover a distance. */
function evenly(least: number, distance: bigint, step: bigint): readonly number[] {
  const [far, each] = step < 0n ? [-distance, -step] : [distance, step]
  const magnitude = BigInt(least) + (far + each - 1n) / each
  return magnitude <= BigInt(Number.MAX_SAFE_INTEGER) ? [Number(magnitude)] : []
}

function bisected(
  { least, most }: Reach,
  isThere: (magnitude: number) => boolean,
): readonly number[] {
  return isThere(most) ? [firstThat(least, most, isThere)] : []
}

/** The first of whole numbers from which on something is so; the last is so. */
export function firstThat(first: number, last: number, isSo: (number: number) => boolean): number {
  let [low, high] = [first, last]
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2)
    if (isSo(middle)) high = middle
    else low = middle + 1
  }
  return high
}

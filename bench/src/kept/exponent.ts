import type { Times } from '../measure.ts'
import { median, spread } from '../measure.ts'
import type { Figure, Result } from '../result.ts'

/** Times of the same work over populations of several sizes, in rounds. */
export interface Growth {
  readonly customers: number
  readonly times: Times
}

/**
 * How time grows with the population, as a power of it: 0 is not at all, 1 in proportion. Each of the
 * larger populations beside the smallest.
 */
export function growthResults(
  name: string,
  most: number,
  [first, ...larger]: readonly Growth[],
): readonly Result[] {
  if (first === undefined) return []
  return larger.map(({ customers, times }) => {
    const factor = Math.log(customers / first.customers)
    const exponent = Math.log(median(times) / median(first.times)) / factor
    return {
      name: `${name}, ${many(customers)} customers`,
      goal: `exponent ≤ ${most}`,
      ratio: exponent,
      isMet: exponent <= most,
      against: `the same, ${many(first.customers)} customers`,
      ours: figure(times, 'ms'),
      theirs: figure(first.times, 'ms'),
    }
  })
}

export function many(count: number): string {
  return count.toLocaleString('en')
}

export function figure(times: Times, unit: string): Figure {
  return { median: median(times), spread: spread(times), unit }
}

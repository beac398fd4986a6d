import type { Times } from '../measure.ts'
import { median, spread } from '../measure.ts'
import type { Figure, GrowthPoint, Result } from '../result.ts'

/** Times of the same work over populations of several sizes, in rounds. */
export interface Growth {
  readonly customers: number
  readonly times: Times
}

/** What is timed. */
interface Named {
  readonly what: string
  readonly note?: string
}

/**
 * How time grows with the population, as a power of it: 0 is not at all, 1 in proportion. Each of the
 * larger populations beside the smallest, and the power that fits all of them best.
 */
export function growthResults(
  { what, note }: Named,
  most: number,
  growths: readonly Growth[],
): readonly Result[] {
  const name = note === undefined ? what : `${what} (${note})`
  const [first, ...larger] = growths
  if (first === undefined) return []
  const besideFirst = larger.map(({ customers, times }) => {
    const exponent = fittedExponent(points([first, { customers, times }]))
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
  return larger.length === 0 ? [] : [...besideFirst, fittedResult(what, growths, most)]
}

/** The power that fits all populations, where there are more than one. */
export function fittedResult(what: string, growths: readonly Growth[], most?: number): Result {
  const curve = points(growths)
  const exponent = fittedExponent(curve)
  return {
    name: `${what}, ${growths.map(({ customers }) => many(customers)).join(' and ')} customers`,
    goal: most === undefined ? '' : `exponent ≤ ${most}`,
    ratio: exponent,
    isMet: most === undefined || exponent <= most,
    against: 'the number of customers: the exponent fitted to all',
    ours: figure(growths.at(-1)?.times ?? [], 'ms'),
    theirs: null,
    growth: { what, points: curve },
  }
}

function points(growths: readonly Growth[]): readonly GrowthPoint[] {
  return growths.map(({ customers, times }) => ({ customers, ms: median(times) }))
}

/** The slope of the straight line through the logarithms that has the least squares. */
function fittedExponent(growth: readonly GrowthPoint[]): number {
  const logs = growth.map(({ customers, ms }) => [Math.log(customers), Math.log(ms)] as const)
  const [meanX, meanY] = [mean(logs.map(([x]) => x)), mean(logs.map(([, y]) => y))]
  const slope = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0)
  return slope / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

export function many(count: number): string {
  return count.toLocaleString('en')
}

export function figure(times: Times, unit: string): Figure {
  return { median: median(times), spread: spread(times), unit }
}

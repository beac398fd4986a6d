import type { CustomerView } from '../../customer-view.ts'
import type { Action } from '../action.ts'
import { type Along, crossings, firstThat } from './crossings.ts'
import type { Gauge } from './gauges.ts'

/** Actions that differ in whole numbers only, the weightiest first: so many orders, so many pieces, so much money. */
export interface Family<A extends Action> {
  readonly dimensions: readonly Dimension[]
  readonly act: (magnitudes: readonly number[]) => A
}

export interface Dimension {
  /** The least, given those before it. */
  readonly least: (before: readonly number[]) => number
  readonly most: number
  /** Whether gauges rise and fall by as much with every step; otherwise they only rise, or only fall. */
  readonly isEven: boolean
  /** Magnitudes to try whatever the gauges say. */
  readonly tries?: readonly number[]
}

/** An action that flips the answer, with its magnitudes. */
export interface Found<A extends Action> {
  readonly action: A
  readonly magnitudes: readonly number[]
}

/** What a search goes by. */
export interface Search {
  readonly gauges: readonly Gauge[]
  readonly simulate: (action: Action) => CustomerView | undefined
  readonly flips: (after: CustomerView) => boolean
}

/** A search gives up after so many simulations: it names nothing then. */
const mostSimulations = 20_000

/**
 * The least action of a family that flips the answer: of the least first magnitude with which any
 * does, of the least second one beside that, and so on. Between the magnitudes that are tried no leaf
 * of the predicate turns.
 */
export function leastOf<A extends Action>(family: Family<A>, search: Search): Found<A> | undefined {
  const { dimensions, act } = family
  const seen = new Map<string, CustomerView | undefined>()

  function after(magnitudes: readonly number[]): CustomerView | undefined {
    const key = magnitudes.join()
    if (!seen.has(key)) {
      seen.set(key, seen.size < mostSimulations ? search.simulate(act(magnitudes)) : undefined)
    }
    return seen.get(key)
  }

  function completed(chosen: readonly number[]): readonly number[] {
    const dimension = dimensions[chosen.length]
    return dimension === undefined ? chosen : completed([...chosen, dimension.least(chosen)])
  }

  function candidates(before: readonly number[], dimension: Dimension): readonly number[] {
    const least = dimension.least(before)
    const along = (magnitude: number) => after(completed([...before, magnitude]))
    const most = dimension.isEven ? dimension.most : mostThatCan(along, least, dimension.most)
    const reach = { least, most, isEven: dimension.isEven }
    const turns = search.gauges.flatMap((gauge) => crossings(gauge, along, reach))
    return [...new Set([least, ...turns, ...(dimension.tries ?? [])])]
      .filter((magnitude) => magnitude >= least && magnitude <= most)
      .sort((a, b) => a - b)
  }

  function found(before: readonly number[]): Found<A> | undefined {
    const dimension = dimensions[before.length]
    if (dimension === undefined) {
      const view = after(before)
      return view !== undefined && search.flips(view)
        ? { action: act(before), magnitudes: before }
        : undefined
    }
    for (const magnitude of candidates(before, dimension)) {
      const flip = found([...before, magnitude])
      if (flip !== undefined) return flip
    }
    return undefined
  }
  return found([])
}

/** What is refused for its size is refused for every greater one. */
function mostThatCan(along: Along, least: number, most: number): number {
  if (along(most) !== undefined || along(least) === undefined) return most
  return firstThat(least, most, (magnitude) => along(magnitude) === undefined) - 1
}

/** Less than 0 where the first is less, by the weightiest magnitude in which they differ. */
export function compareMagnitudes(a: readonly number[], b: readonly number[]): number {
  for (const [i, magnitude] of a.entries()) {
    const difference = magnitude - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

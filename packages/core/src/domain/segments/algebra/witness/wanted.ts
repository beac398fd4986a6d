import type { AlgebraContext } from '../context.ts'
import { type Held, heldAs, type Store } from '../prove/held.ts'
import type { Intervals } from '../prove/intervals.ts'
import { numbersLeft } from '../prove/refute-numbers.ts'
import { factsOfVariable } from '../prove/variables.ts'

/** What a customer is wanted to be like at an instant, and which of several ways to be so is tried. */
export interface Wanted {
  readonly store: Store
  readonly at: number
  readonly context: AlgebraContext
  /** From 0; other variants place events at other times. */
  readonly variant: number
  /** Numbers that variables may be, as they were worked out before. */
  readonly known: Map<string, Intervals>
}

export function heldOn({ store }: Wanted, variable: string): readonly Held[] {
  return store.get(variable) ?? []
}

/** The numbers that a variable may be. */
export function numbersFor(wanted: Wanted, variable: string): Intervals {
  const before = wanted.known.get(variable)
  if (before !== undefined) return before
  const held = heldOn(wanted, variable)
  const isMissing = heldAs(held, 'missing', true).length > 0
  const numbers = isMissing ? [] : numbersLeft(held, factsOfVariable(variable))
  wanted.known.set(variable, numbers)
  return numbers
}

/** Whether a variable may be without a value. */
export function mayBeMissing(wanted: Wanted, variable: string): boolean {
  if (factsOfVariable(variable).required) return false
  return heldOn(wanted, variable).every(({ literal, holds }) =>
    literal.constraint.kind === 'missing' ? holds : !holds,
  )
}

/** Whether a variable may be this. */
export function mayBe(wanted: Wanted, variable: string, value: number | null): boolean {
  if (value === null) return mayBeMissing(wanted, variable)
  return numbersFor(wanted, variable).some(([low, high]) => low <= value && value <= high)
}

/** Nothing that is made up lies before: 1 January 1900. */
export const earliest: number = Date.UTC(1900, 0)

const mostRanges = 8

/** Numbers of a variable that are worth a try: the ends of its ranges within bounds, and what is preferred. */
export function triesFor(
  wanted: Wanted,
  variable: string,
  bounds: { readonly least: number; readonly most: number; readonly preferred?: readonly number[] },
): readonly number[] {
  const { least, most, preferred = [] } = bounds
  const ranges = numbersFor(wanted, variable)
  const some = ranges.length <= mostRanges ? ranges : [...ranges.slice(0, 6), ...ranges.slice(-2)]
  const ends = some.flatMap(([low, high]) => [Math.max(low, least), Math.min(high, most)])
  const tries = [...preferred, ...ends].filter((value) => value >= least && value <= most)
  return [...new Set(tries)].filter((value) => mayBe(wanted, variable, value))
}

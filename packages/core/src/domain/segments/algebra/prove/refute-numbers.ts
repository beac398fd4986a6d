import type { VariableFacts } from './formula.ts'
import { fewestOf, type Held, heldAs } from './held.ts'
import { allNumbers, complement, type Intervals, intersection, pointsOf } from './intervals.ts'
import {
  alwaysAbove,
  type Bound,
  type Motion,
  neverBelow,
  shifted,
  still,
  withNow,
} from './motion.ts'

/** A bound, and what is held that it comes from; nothing where the variable has it by nature. */
export interface Reason {
  readonly bound: Bound
  readonly from: readonly Held[]
}

/**
 * What of this, all of it about one variable of whole numbers which has a value, cannot hold together
 * at any instant from now on; null where that is not certain.
 *
 * @param present what says that there is a value; nothing where there always is one
 */
export function refuteNumbers(
  held: readonly Held[],
  facts: VariableFacts,
  present: readonly Held[],
): readonly Held[] | null {
  const { lows, highs } = boundsOn(held, facts, present)
  for (const low of lows) {
    for (const high of highs) {
      const found = refuteBounds(low, high, held, present)
      if (found !== null) return found
    }
  }
  return refuteStanding(held, facts, present)
}

/** The bounds of a variable that has a value. */
export function boundsOn(
  held: readonly Held[],
  facts: VariableFacts,
  present: readonly Held[],
): { readonly lows: readonly Reason[]; readonly highs: readonly Reason[] } {
  return {
    lows: strongest(lowsOf(held, facts, present), (a, b) => a > b),
    highs: strongest(highsOf(held, facts, present), (a, b) => a < b),
  }
}

/** Whether a lower bound lies above an upper one, or a range that is ruled out holds all between them. */
function refuteBounds(
  low: Reason,
  high: Reason,
  held: readonly Held[],
  present: readonly Held[],
): readonly Held[] | null {
  const between = [...low.from, ...high.from]
  if (alwaysAbove(low.bound, high.bound)) return between
  const hole = heldAs(held, 'range', false).find(
    ({ constraint: { low: first, high: last } }) =>
      (first === null || neverBelow(low.bound, first)) &&
      (last === null || neverBelow(last, high.bound)),
  )
  return hole === undefined ? null : [...between, hole, ...present]
}

/** The same of what stands still, exactly. */
function refuteStanding(
  held: readonly Held[],
  facts: VariableFacts,
  present: readonly Held[],
): readonly Held[] | null {
  const isEmpty = (some: readonly Held[]): boolean => numbersLeft(some, facts).length === 0
  if (!isEmpty(held)) return null
  const few = fewestOf(held, isEmpty)
  return few.some(({ holds }) => holds) ? few : [...few, ...present]
}

/** The numbers that what stands still leaves. */
export function numbersLeft(held: readonly Held[], { least, most }: VariableFacts): Intervals {
  let left: Intervals = intersection(allNumbers, [[least ?? -Infinity, most ?? Infinity]])
  if ((least ?? -Infinity) > (most ?? Infinity)) return []
  for (const { literal, holds } of held) {
    const inside = numbersOf(literal.constraint)
    if (inside !== null) left = intersection(left, holds ? inside : complement(inside))
  }
  return left
}

function numbersOf(constraint: Held['literal']['constraint']): Intervals | null {
  if (constraint.kind === 'numbers') return pointsOf(constraint.values)
  if (constraint.kind !== 'range') return null
  const { low, high } = constraint
  const moves = (low?.motion ?? null) !== null || (high?.motion ?? null) !== null
  if (moves) return null
  const [first, last] = [low?.value ?? -Infinity, high?.value ?? Infinity]
  return first <= last ? [[first, last]] : []
}

function lowsOf(
  held: readonly Held[],
  { least }: VariableFacts,
  present: readonly Held[],
): readonly Reason[] {
  const lows: Reason[] = least === null ? [] : [{ bound: still(least), from: present }]
  for (const each of heldAs(held, 'range', true)) {
    if (each.constraint.low !== null) lows.push({ bound: each.constraint.low, from: [each] })
  }
  for (const each of heldAs(held, 'numbers', true)) {
    lows.push({ bound: still(smallest(each.constraint.values)), from: [each] })
  }
  for (const each of heldAs(held, 'range', false)) {
    const { low, high } = each.constraint
    if (low === null && high !== null)
      lows.push({ bound: shifted(high, 1), from: [each, ...present] })
  }
  return lows
}

function highsOf(
  held: readonly Held[],
  { most, past }: VariableFacts,
  present: readonly Held[],
): readonly Reason[] {
  const highs: Reason[] = most === null ? [] : [{ bound: still(most), from: present }]
  if (past !== null) highs.push({ bound: lastOf[past], from: present })
  for (const each of heldAs(held, 'range', true)) {
    if (each.constraint.high !== null) highs.push({ bound: each.constraint.high, from: [each] })
  }
  for (const each of heldAs(held, 'numbers', true)) {
    highs.push({ bound: still(greatest(each.constraint.values)), from: [each] })
  }
  for (const each of heldAs(held, 'range', false)) {
    const { low, high } = each.constraint
    if (high === null && low !== null)
      highs.push({ bound: shifted(low, -1), from: [each, ...present] })
  }
  return highs
}

/** Now and today. */
const lastOf: Readonly<Record<NonNullable<VariableFacts['past']>, Bound>> = {
  instant: unknownNow(withNow),
  birth: unknownNow({ ...withNow, family: 'age', least: -Infinity, most: Infinity }),
}

/** Now is not known here; what says more about the same end is preferred. */
function unknownNow(motion: Motion): Bound {
  return { value: Infinity, motion, plus: 0 }
}

/** Of the bounds that go on alike the one that says the most. */
function strongest(
  reasons: readonly Reason[],
  isStronger: (a: number, b: number) => boolean,
): readonly Reason[] {
  const kept = new Map<string, Reason>()
  for (const reason of reasons) {
    const { motion, plus, value } = reason.bound
    const key = motion === null ? '' : `${motion.family} ${motion.rank} ${plus}`
    const before = kept.get(key)
    if (before === undefined || isStronger(value, before.bound.value)) kept.set(key, reason)
  }
  return [...kept.values()]
}

function smallest(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Infinity)
}

function greatest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), -Infinity)
}

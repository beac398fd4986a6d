import { type Held, heldAs, type Store } from './held.ts'
import { alwaysAbove, still } from './motion.ts'
import { valuedBy } from './refute.ts'
import { boundsOn, type Reason } from './refute-numbers.ts'
import { factsOfVariable } from './variables.ts'

/** Times that are there exactly if the count is 1 or more. */
export const counted: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'facts orders',
    ['facts firstPurchaseAt', 'facts lastPurchaseAt', 'facts slippingAt', 'facts lapsedAt'],
  ],
  ['facts interactions', ['facts lastInteractionAt']],
])

export interface Bounds {
  readonly lows: readonly Reason[]
  readonly highs: readonly Reason[]
}

/** The bounds of a variable, those among them that come from times which are there or not. */
export function boundsIn(variable: string, store: Store): Bounds {
  const held = store.get(variable) ?? []
  const facts = factsOfVariable(variable)
  const valued = valuedBy(held)
  const own =
    facts.required || valued !== undefined
      ? boundsOn(held, facts, facts.required || valued === undefined ? [] : [valued])
      : { lows: [], highs: [] }
  const times = (counted.get(variable) ?? []).map((time) => store.get(time) ?? [])
  const present = times.flatMap((each) => valuedBy(each) ?? [])
  const missing = times.flatMap((each) => heldAs(each, 'missing', true))
  return {
    lows: [...own.lows, ...present.map((each) => ({ bound: still(1), from: [each] }))],
    highs: [...own.highs, ...missing.map((each) => ({ bound: still(0), from: [each] }))],
  }
}

/** A lower bound that lies above an upper one for good. */
export function apart(lows: readonly Reason[], highs: readonly Reason[]): readonly Held[] | null {
  for (const low of lows) {
    const high = highs.find((each) => alwaysAbove(low.bound, each.bound))
    if (high !== undefined) return [...low.from, ...high.from]
  }
  return null
}

import type { VariableFacts } from './formula.ts'
import { type Held, heldAs } from './held.ts'
import { refuteNumbers } from './refute-numbers.ts'
import { refuteTests } from './refute-tests.ts'
import { factsOfVariable } from './variables.ts'

/**
 * What of this, all of it about one variable, cannot hold together at any instant from now on; null
 * where that is not certain.
 */
export function refute(variable: string, held: readonly Held[]): readonly Held[] | null {
  const facts = factsOfVariable(variable)
  const flags = [heldAs(held, 'flag', true)[0], heldAs(held, 'flag', false)[0]]
  const bothFlags = flags.filter((flag) => flag !== undefined)
  if (bothFlags.length === 2) return bothFlags
  const [missing] = heldAs(held, 'missing', true)
  const valued = valuedBy(held)
  if (missing !== undefined) {
    if (facts.required) return [missing]
    return valued === undefined ? null : [missing, valued]
  }
  if (facts.several) return refuteSeveral(held)
  if (valued === undefined && !facts.required) return null
  const present = facts.required || valued === undefined ? [] : [valued]
  return refuteNumbersOrTests(held, facts, present)
}

function refuteNumbersOrTests(
  held: readonly Held[],
  facts: VariableFacts,
  present: readonly Held[],
): readonly Held[] | null {
  const isOfTests = held.some(({ literal }) => literal.constraint.kind === 'test')
  return isOfTests || facts.choices !== null
    ? refuteTests(held, facts.choices, present)
    : refuteNumbers(held, facts, present)
}

/** Of several values each test may be passed by another one; what is failed is failed by all. */
function refuteSeveral(held: readonly Held[]): readonly Held[] | null {
  const last = held.at(-1)
  const failed = heldAs(held, 'test', false)
  for (const passed of heldAs(held, 'test', true)) {
    const isLast = passed.literal === last?.literal
    const found = refuteTests(isLast ? [...failed, passed] : [passed, ...failed], null, [])
    if (found !== null) return found
  }
  return null
}

/** What says that a variable has a value. */
export function valuedBy(held: readonly Held[]): Held | undefined {
  return held.find(({ literal, holds }) =>
    literal.constraint.kind === 'missing' ? !holds : holds && literal.constraint.kind !== 'flag',
  )
}

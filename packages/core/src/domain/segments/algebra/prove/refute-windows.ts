import type { Step } from '../../../time/step.ts'
import { type Held, heldAs, type Store } from './held.ts'
import { motionOfStep } from './motion.ts'

/** A question about windows: whether one is open, or open and closing within a time. */
interface Asked {
  /** Null is any of the shop's. */
  readonly businessNumber: string | null
  readonly within: Step | null
  readonly held: Held
}

const lastOfAll = 'facts windowClosesAt'
const ofNumbers = 'flag window '

/** The name of the variable of a question about the windows with one number, or that close within a time. */
export function windowVariable(businessNumber: string | null, within: Step | null): string {
  return ofNumbers + JSON.stringify([businessNumber, within])
}

export function isOfWindows(variable: string): boolean {
  return variable === lastOfAll || variable.startsWith(ofNumbers)
}

/** A window that is open where it must not be: one that closes soon is open, and one of a number is one of all. */
export function refuteWindows(store: Store): readonly Held[] | null {
  const asked = [...store].flatMap(([variable, held]) => questionsOf(variable, held))
  const open = asked.filter(({ held }) => held.holds)
  const closed = asked.filter(({ held }) => !held.holds)
  for (const one of open) {
    const other = closed.find((each) => follows(one, each))
    if (other !== undefined) return [one.held, other.held]
  }
  return null
}

function questionsOf(variable: string, held: readonly Held[]): readonly Asked[] {
  if (variable === lastOfAll) {
    // Leaves ask of this column only whether it lies ahead.
    return ([true, false] as const)
      .flatMap((holds) => heldAs(held, 'range', holds))
      .map((each) => ({ businessNumber: null, within: null, held: each }))
  }
  if (!variable.startsWith(ofNumbers)) return []
  const [businessNumber, within]: [string | null, Step | null] = JSON.parse(
    variable.slice(ofNumbers.length),
  )
  return held.map((each) => ({ businessNumber, within, held: each }))
}

/** Whether one window that answers the first question with yes answers the second so too. */
function follows(one: Asked, other: Asked): boolean {
  const isAmong = other.businessNumber === null || other.businessNumber === one.businessNumber
  return isAmong && isWithin(one.within, other.within)
}

function isWithin(part: Step | null, whole: Step | null): boolean {
  if (whole === null) return true
  if (part === null) return false
  const [a, b] = [motionOfStep(part, 1), motionOfStep(whole, 1)]
  return a.family === b.family ? a.rank <= b.rank : a.most <= b.least
}

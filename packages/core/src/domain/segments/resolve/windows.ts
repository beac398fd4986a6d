import type { Condition } from '../condition.ts'
import { ofFacts } from '../fields/columns.ts'
import type { CanReceivePredicate } from '../predicate.ts'
import { column } from './places.ts'
import { archivedCondition, blacklistedCondition } from './rules.ts'

/** A window is open while now < closesAt. */
export function openWindowCondition(businessNumber: string | undefined, now: number): Condition {
  // The facts hold the latest close of all windows.
  if (businessNumber === undefined) {
    return column(ofFacts('windowClosesAt'))({ is: '>', value: now })
  }
  return { op: 'window', businessNumber, closesAfter: now, closesUpTo: null }
}

/** The same questions that `windowState` asks. */
export function canReceiveCondition(predicate: CanReceivePredicate, now: number): Condition {
  const barred = { op: 'any', of: [archivedCondition(), blacklistedCondition(now)] } as const
  const reached: readonly Condition[] = [{ op: 'not', of: barred }, { op: 'reachable' }]
  return predicate.canReceive === 'template'
    ? { op: 'all', of: reached }
    : { op: 'all', of: [openWindowCondition(predicate.businessNumber, now), ...reached] }
}

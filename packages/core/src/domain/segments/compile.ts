import type { DefinedSegment } from './catalogue.ts'
import { compileCondition } from './compile-condition.ts'
import type { CustomerView } from './customer-view.ts'
import type { Predicate } from './predicate.ts'
import { resolve } from './resolve.ts'

/**
 * A checked predicate as a function of a customer and an instant. What depends on the instant is
 * settled once for as long as the same one is asked about.
 *
 * @param segments what the segments mean that the predicate names
 *
 * @throws LanggananError `LIST_NOT_LOADED`, from the function, for a view without a list it needs.
 */
export function compile(
  predicate: Predicate,
  timeZone: string,
  segments: readonly DefinedSegment[] = [],
): (view: CustomerView, now: number) => boolean {
  let settledAt = Number.NaN
  let judge = (_view: CustomerView): boolean => false
  return (view, now) => {
    if (now !== settledAt) {
      judge = compileCondition(resolve(predicate, { now, timeZone, segments }))
      settledAt = now
    }
    return judge(view)
  }
}

import type { Step } from '../../time/step.ts'
import type { Predicate } from '../predicate.ts'

/** Every part holds; true without parts. */
export function all(...parts: readonly Predicate[]): Predicate {
  return { all: parts }
}

/** Some part holds; false without parts. */
export function any(...parts: readonly Predicate[]): Predicate {
  return { any: parts }
}

/** The complement; customers whose value is missing belong to it. */
export function not(part: Predicate): Predicate {
  return { not: part }
}

/** At least so many of the parts hold. */
export function atLeast(count: number, ...parts: readonly Predicate[]): Predicate {
  return { atLeast: count, of: parts }
}

/** In the group with this id. */
export function inGroup(id: string): Predicate {
  return { group: id }
}

/** Has the tag with this id, given by hand or by its rule. */
export function hasTag(id: string): Predicate {
  return { tag: id }
}

/** A customer service window is open, any number's unless one is named. */
export function windowIsOpen(businessNumber?: string): Predicate {
  return { window: filtersOf(businessNumber), is: 'open' }
}

/** A window is open and closes within a step. */
export function windowClosesWithin(step: Step, businessNumber?: string): Predicate {
  return { window: filtersOf(businessNumber), is: 'closesWithin', value: step }
}

/** In a sample of so many percent, of the same customers for the same seed. */
export function inSample(percent: number, seed: string): Predicate {
  return { sample: percent, seed }
}

function filtersOf(businessNumber: string | undefined): { readonly businessNumber?: string } {
  return businessNumber === undefined ? {} : { businessNumber }
}

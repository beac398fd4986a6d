import type { ConsentChannel, ConsentDecision, ConsentPurpose } from '../../consents/rows.ts'
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

/** Has the label with this id. */
export function hasLabel(id: string): Predicate {
  return { label: id }
}

/** Had the label with this id at the end of a local day `YYYY-MM-DD`. */
export function hadLabel(id: string, at: string): Predicate {
  return { hadLabel: id, at }
}

/** Decided so, last, for a purpose on a channel; on any channel where none is named. */
export function consent(
  purpose: ConsentPurpose,
  is: ConsentDecision,
  channel?: ConsentChannel,
): Predicate {
  return { consent: purpose, is, ...(channel === undefined ? {} : { channel }) }
}

/** Belongs to the saved segment with this id; or has for so long, which a tracked segment can tell. */
export function inSegment(id: string, length?: Step): Predicate {
  return { segment: id, ...(length === undefined ? {} : { for: length }) }
}

/** A customer service window is open, any number's unless one is named. */
export function windowIsOpen(businessNumber?: string): Predicate {
  return { window: filtersOf(businessNumber), is: 'open' }
}

/** A window is open and closes within a step. */
export function windowClosesWithin(step: Step, businessNumber?: string): Predicate {
  return { window: filtersOf(businessNumber), is: 'closesWithin', value: step }
}

/** Free-form messages may be sent over WhatsApp now: a window is open, any number's unless one is named. */
export function canReceiveFreeForm(businessNumber?: string): Predicate {
  return { canReceive: 'freeForm', ...filtersOf(businessNumber) }
}

/** Templates may be sent over WhatsApp now. */
export function canReceiveTemplate(): Predicate {
  return { canReceive: 'template' }
}

/** In a sample of so many percent, of the same customers for the same seed. */
export function inSample(percent: number, seed: string): Predicate {
  return { sample: percent, seed }
}

function filtersOf(businessNumber: string | undefined): { readonly businessNumber?: string } {
  return businessNumber === undefined ? {} : { businessNumber }
}

import { back, forward } from '../time/step.ts'
import type { Condition } from './condition.ts'
import { definitionOf } from './definition-of.ts'
import type { Predicate, SegmentPredicate, WindowPredicate } from './predicate.ts'
import { unchecked } from './resolve/checked.ts'
import type { Moment } from './resolve/moment.ts'
import { resolveConsent } from './resolve/resolve-consent.ts'
import { resolveEvents } from './resolve/resolve-events.ts'
import { resolveExpectedPurchases } from './resolve/resolve-expected-purchases.ts'
import { resolveField } from './resolve/resolve-field.ts'
import { resolveHadLabel } from './resolve/resolve-had-label.ts'
import { sampleCondition } from './resolve/samples.ts'
import { canReceiveCondition, openWindowCondition } from './resolve/windows.ts'

export type { Moment }

/**
 * A checked predicate at one instant as engines see it: everything relative is absolute, texts are
 * folded, and fields that several columns make up are told by those.
 */
export function resolve(predicate: Predicate, moment: Moment): Condition {
  return resolvePart(predicate, moment, new Map())
}

/** Segments by id that were resolved before, so that engines can know them again; null is being resolved. */
type Resolved = Map<string, Condition | null>

function resolvePart(predicate: Predicate, moment: Moment, segments: Resolved): Condition {
  const part = (each: Predicate): Condition => resolvePart(each, moment, segments)
  if ('all' in predicate) return { op: 'all', of: predicate.all.map(part) }
  if ('any' in predicate) return { op: 'any', of: predicate.any.map(part) }
  if ('not' in predicate) return { op: 'not', of: part(predicate.not) }
  if ('atLeast' in predicate) {
    return { op: 'atLeast', count: predicate.atLeast, of: predicate.of.map(part) }
  }
  if ('field' in predicate) return resolveField(predicate, moment)
  if ('window' in predicate) return resolveWindow(predicate, moment)
  if ('canReceive' in predicate) return canReceiveCondition(predicate, moment.now)
  if ('group' in predicate) return { op: 'member', of: 'group', id: predicate.group }
  if ('tag' in predicate) return { op: 'member', of: 'tag', id: predicate.tag }
  if ('label' in predicate) return { op: 'label', id: predicate.label, before: null }
  if ('hadLabel' in predicate) return resolveHadLabel(predicate, moment)
  if ('consent' in predicate) return resolveConsent(predicate)
  if ('expectedPurchases' in predicate) return resolveExpectedPurchases(predicate)
  if ('segment' in predicate) return resolveSegment(predicate, moment, segments)
  if ('sample' in predicate) return sampleCondition(predicate.sample, predicate.seed)
  return resolveEvents(predicate, moment)
}

/** The definition at the same instant; with `for`, of those who are kept as members for that long. */
function resolveSegment(
  { segment, for: length }: SegmentPredicate,
  moment: Moment,
  segments: Resolved,
): Condition {
  const definition = resolveDefinition(segment, moment, segments)
  if (length === undefined) return definition
  const upTo = back(moment.now, length, moment.timeZone)
  return { op: 'all', of: [definition, { op: 'membership', segment, upTo }] }
}

function resolveDefinition(id: string, moment: Moment, segments: Resolved): Condition {
  const before = segments.get(id)
  if (before === null) throw unchecked('segments that do not refer to each other in a circle')
  if (before !== undefined) return before
  segments.set(id, null)
  const { where } = definitionOf(id, moment.segments ?? [])
  const definition = resolvePart(where, moment, segments)
  segments.set(id, definition)
  return definition
}

/** A window is open while now < closesAt, and closes within N while now < closesAt ≤ now + N. */
function resolveWindow(predicate: WindowPredicate, { now, timeZone }: Moment): Condition {
  const { businessNumber } = predicate.window
  if (predicate.is === 'open') return openWindowCondition(businessNumber, now)
  return {
    op: 'window',
    businessNumber: businessNumber ?? null,
    closesAfter: now,
    closesUpTo: forward(now, predicate.value, timeZone),
  }
}

import { forward } from '../time/step.ts'
import type { Condition } from './condition.ts'
import { ofFacts } from './fields/columns.ts'
import type { Predicate, WindowPredicate } from './predicate.ts'
import type { Moment } from './resolve/moment.ts'
import { column } from './resolve/places.ts'
import { resolveEvents } from './resolve/resolve-events.ts'
import { resolveField } from './resolve/resolve-field.ts'
import { sampleCondition } from './resolve/samples.ts'

export type { Moment }

/**
 * A checked predicate at one instant as engines see it: everything relative is absolute, texts are
 * folded, and fields that several columns make up are told by those.
 */
export function resolve(predicate: Predicate, moment: Moment): Condition {
  const part = (each: Predicate): Condition => resolve(each, moment)
  if ('all' in predicate) return { op: 'all', of: predicate.all.map(part) }
  if ('any' in predicate) return { op: 'any', of: predicate.any.map(part) }
  if ('not' in predicate) return { op: 'not', of: part(predicate.not) }
  if ('atLeast' in predicate) {
    return { op: 'atLeast', count: predicate.atLeast, of: predicate.of.map(part) }
  }
  if ('field' in predicate) return resolveField(predicate, moment)
  if ('window' in predicate) return resolveWindow(predicate, moment)
  if ('group' in predicate) return { op: 'member', of: 'group', id: predicate.group }
  if ('tag' in predicate) return { op: 'member', of: 'tag', id: predicate.tag }
  if ('sample' in predicate) return sampleCondition(predicate.sample, predicate.seed)
  return resolveEvents(predicate, moment)
}

/** A window is open while now < closesAt, and closes within N while now < closesAt ≤ now + N. */
function resolveWindow(predicate: WindowPredicate, { now, timeZone }: Moment): Condition {
  const businessNumber = predicate.window.businessNumber ?? null
  if (predicate.is === 'closesWithin') {
    const closesUpTo = forward(now, predicate.value, timeZone)
    return { op: 'window', businessNumber, closesAfter: now, closesUpTo }
  }
  // The facts hold the latest close of all windows.
  if (businessNumber === null) return column(ofFacts('windowClosesAt'))({ is: '>', value: now })
  return { op: 'window', businessNumber, closesAfter: now, closesUpTo: null }
}

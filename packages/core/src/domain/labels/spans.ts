import { compareCodePoints } from '../text/code-point-order.ts'
import { fold } from '../text/fold.ts'
import type { LabelEventRow, LabelSpanRow } from './rows.ts'

/**
 * The times for which a customer had a label, from all that the log tells of the two, in any order.
 *
 * The last event by time counts; of several at one instant a removal does. What puts a label on that
 * is on already, or takes one off that is not on, changes nothing. Of additions at one instant the one
 * with the least event id says who did it: ids of rows would tell the order of arrival. Where a source
 * tells no time, an event has the instant of its arrival, and of several then the last to arrive counts.
 */
export function labelSpans(events: readonly LabelEventRow[]): readonly LabelSpanRow[] {
  const spans: LabelSpanRow[] = []
  let open: LabelSpanRow | undefined
  for (const { customerId, labelId, change, at, by } of decisive(events)) {
    if (change === 'added') {
      open ??= { customerId, labelId, at, until: null, by, byFold: by === null ? null : fold(by) }
    } else if (open !== undefined) {
      spans.push({ ...open, until: at })
      open = undefined
    }
  }
  return open === undefined ? spans : [...spans, open]
}

/** Whether spans say that the label was on at an instant. */
export function isOnAt(spans: readonly LabelSpanRow[], at: number): boolean {
  return spans.some((span) => span.at <= at && (span.until === null || span.until > at))
}

/** The one event of each instant that counts, by time. */
function decisive(events: readonly LabelEventRow[]): readonly LabelEventRow[] {
  const ordered = [...events].sort(
    (a, b) =>
      a.at - b.at ||
      a.timed - b.timed ||
      (a.timed === 0
        ? compareCodePoints(b.id, a.id)
        : Number(b.change === 'removed') - Number(a.change === 'removed') ||
          compareTexts(a.eventId, b.eventId) ||
          compareTexts(a.by, b.by)),
  )
  return ordered.filter((event, i) => event.at !== ordered[i - 1]?.at)
}

/** Missing texts come last. */
function compareTexts(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return compareCodePoints(a, b)
}

import type { Draft, Stamp } from '../change/draft.ts'
import { fold } from '../text/fold.ts'
import type { LabelEventRow, LabelRow, LabelSpanRow } from './rows.ts'
import { labelSpans } from './spans.ts'

/** What is told of a label and a customer. */
export type NewLabelEvent = Pick<
  LabelEventRow,
  'customerId' | 'labelId' | 'change' | 'at' | 'by' | 'eventId'
>

/** Begins a label. */
export function createLabel(
  into: Draft,
  { source, name }: Pick<LabelRow, 'source' | 'name'>,
  { newId, now }: Stamp,
): LabelRow {
  const label: LabelRow = { id: newId(), source, name, nameFold: fold(name), createdAt: now }
  into.insert('labels', label)
  into.event('label.created', { label: label.id })
  return label
}

/** Writes an event into the log, and the spans that follow from all events of this label and customer. */
export function recordLabelEvent(
  into: Draft,
  event: NewLabelEvent,
  known: { readonly events: readonly LabelEventRow[]; readonly spans: readonly LabelSpanRow[] },
  { newId, now }: Stamp,
): LabelEventRow {
  const { customerId, labelId, at } = event
  const row: LabelEventRow = { ...event, id: newId(), originId: customerId, recordedAt: now }
  into.insert('labelEvents', row)
  replaceSpans(into, known.spans, labelSpans([...known.events, row]))
  const type = event.change === 'added' ? 'label.added' : 'label.removed'
  into.event(type, { label: labelId, labelEvent: row.id }, { customerId, at })
  into.touch(customerId, 'labels')
  return row
}

/** Puts right the spans that differ; answers how many. */
export function replaceSpans(
  into: Draft,
  stored: readonly LabelSpanRow[],
  wanted: readonly LabelSpanRow[],
): number {
  const before = new Map(stored.map((span) => [keyOf(span), span]))
  const kept = new Set(wanted.map(keyOf))
  const gone = stored.filter((span) => !kept.has(keyOf(span)))
  const changed = wanted.filter((span) => !isSame(span, before.get(keyOf(span))))
  for (const { customerId, labelId, at } of gone)
    into.remove('labelSpans', [customerId, labelId, at])
  into.put('labelSpans', ...changed)
  return gone.length + changed.length
}

function keyOf({ customerId, labelId, at }: LabelSpanRow): string {
  return JSON.stringify([customerId, labelId, at])
}

function isSame(a: LabelSpanRow, b: LabelSpanRow | undefined): boolean {
  return b !== undefined && a.until === b.until && a.by === b.by
}

import type { Draft, Stamp } from '../change/draft.ts'
import { fold } from '../text/fold.ts'
import { type LabelIdentity, labelIdentity } from './label-identity.ts'
import type { LabelEventRow, LabelRow, LabelSpanRow } from './rows.ts'
import { isOnAt, labelSpans } from './spans.ts'

/** What is told of a label and a customer. */
export type NewLabelEvent = Pick<
  LabelEventRow,
  'customerId' | 'labelId' | 'change' | 'at' | 'timed' | 'by' | 'cause' | 'eventId'
>

/** What is known of a label and a customer before. */
export interface KnownOfLabel {
  readonly events: readonly LabelEventRow[]
  readonly spans: readonly LabelSpanRow[]
  /** When the label was deleted in its source, each time. */
  readonly deletions: readonly number[]
}

/** Begins a label. One known by its id alone is called by it until its name is told. */
export function createLabel(
  into: Draft,
  source: string,
  known: LabelIdentity,
  { newId, now }: Stamp,
): LabelRow {
  const name = 'key' in known ? (known.name ?? known.key) : known.name
  const label: LabelRow = {
    id: newId(),
    source,
    identity: labelIdentity(known),
    name,
    nameFold: fold(name),
    colour: null,
    createdAt: now,
    deletedAt: null,
  }
  into.insert('labels', label)
  into.event('label.created', { label: label.id })
  return label
}

/**
 * Writes an event into the log, and the spans that follow from all events of this label and customer.
 * Where it puts the label on before a time at which the label itself was deleted, it comes off then.
 *
 * @param id of the row, where it was given when the event arrived
 */
export function recordLabelEvent(
  into: Draft,
  event: NewLabelEvent,
  known: KnownOfLabel,
  stamp: Stamp,
  id: string = stamp.newId(),
): LabelEventRow {
  const row = rowOf(event, id, stamp)
  const rows: LabelEventRow[] = [row]
  for (const at of known.deletions) {
    if (!isOnAt(labelSpans([...known.events, ...rows]), at)) continue
    rows.push(rowOf({ ...event, ...takenOff, at, timed: 1 }, stamp.newId(), stamp))
  }
  into.insert('labelEvents', ...rows)
  replaceSpans(into, known.spans, labelSpans([...known.events, ...rows]))
  for (const written of rows) announce(into, written)
  into.touch(event.customerId, 'labels')
  return row
}

/** What a label's own deletion does to a customer who has it. */
const takenOff = { change: 'removed', by: null, cause: 'deleted', eventId: null } as const

/** Takes a label off a customer who has it when the label is deleted in its source. */
export function endLabel(
  into: Draft,
  of: Pick<LabelEventRow, 'customerId' | 'labelId' | 'at' | 'timed'>,
  known: Omit<KnownOfLabel, 'deletions'>,
  stamp: Stamp,
): void {
  recordLabelEvent(into, { ...of, ...takenOff }, { ...known, deletions: [] }, stamp)
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

function rowOf(event: NewLabelEvent, id: string, { now }: Stamp): LabelEventRow {
  return { ...event, id, originId: event.customerId, recordedAt: now }
}

function announce(into: Draft, { id, customerId, labelId, change, at }: LabelEventRow): void {
  const type = change === 'added' ? 'label.added' : 'label.removed'
  into.event(type, { label: labelId, labelEvent: id }, { customerId, at })
}

function keyOf({ customerId, labelId, at }: LabelSpanRow): string {
  return JSON.stringify([customerId, labelId, at])
}

function isSame(a: LabelSpanRow, b: LabelSpanRow | undefined): boolean {
  return b !== undefined && a.until === b.until && a.by === b.by
}

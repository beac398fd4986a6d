import type { Draft } from '../../domain/change/draft.ts'
import { type NewLabelEvent, recordLabelEvent } from '../../domain/labels/record-label.ts'
import type { LabelEventRow, LabelRow, LabelSpanRow } from '../../domain/labels/rows.ts'
import { isOnAt } from '../../domain/labels/spans.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { knownOfLabel } from './known-of-label.ts'

/** An event of a customer who is known, with the label that it is about. */
export interface ToldEvent extends Omit<NewLabelEvent, 'labelId'> {
  readonly label: Pick<LabelRow, 'id' | 'deletedAt'>
  /** Given when the event arrived, where it had to wait. */
  readonly id?: string
}

/**
 * Records what a bridge told, unless it says nothing new: with a time, the same at the same time by the
 * same author; without one, what is so already. Answers the id of its row, undefined where it says nothing new.
 */
export async function recordTold(
  unit: UnitOfWork,
  into: Draft,
  { label, id, ...event }: ToldEvent,
): Promise<string | undefined> {
  const known = await knownOfLabel(unit, event.customerId, label.id)
  const isNew =
    event.timed === 1
      ? !known.events.some((row) => saysSame(row, event))
      : changesState(known.spans, event, label)
  if (!isNew) return undefined
  return recordLabelEvent(into, { ...event, labelId: label.id }, known, unit.stamp, id).id
}

function saysSame(
  row: LabelEventRow,
  { change, at, by }: Pick<NewLabelEvent, 'change' | 'at' | 'by'>,
): boolean {
  return row.timed === 1 && row.change === change && row.at === at && row.by === by
}

function changesState(
  spans: readonly LabelSpanRow[],
  { change, at }: Pick<NewLabelEvent, 'change' | 'at'>,
  { deletedAt }: Pick<LabelRow, 'deletedAt'>,
): boolean {
  // A bridge that connects again tells of labels that are gone, too.
  if (change === 'added' && deletedAt !== null) return false
  return isOnAt(spans, at) !== (change === 'added')
}

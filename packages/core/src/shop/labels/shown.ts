import { labelKey } from '../../domain/labels/label-identity.ts'
import type { LabelCause, LabelChange, LabelEventRow, LabelRow } from '../../domain/labels/rows.ts'
import { compareCodePoints } from '../../domain/text/code-point-order.ts'
import { dateOf } from '../customers/customer.ts'
import { byName } from '../sort-by-name.ts'
import type { UnitOfWork } from '../unit-of-work.ts'

export interface Label {
  readonly id: string
  readonly name: string
  /** Where it is kept. */
  readonly source: string
  /** The source's own id of it; null where the source goes by names. */
  readonly key: string | null
  /** As the source tells it: a number of its palette, or `#rrggbb`. */
  readonly colour: string | null
  readonly createdAt: Date
  /** When it was deleted in its source. Nobody has it since; the log stays. */
  readonly deletedAt: Date | null
}

/** A label that was put on a customer or taken off. */
export interface LabelEvent {
  readonly id: string
  readonly customer: string
  /** Id of the label. */
  readonly label: string
  readonly change: LabelChange
  readonly at: Date
  readonly by: string | null
  /** Told as it happened; found missing in a full list; taken off with the label itself. */
  readonly cause: LabelCause
  readonly eventId: string | null
  readonly recordedAt: Date
}

export interface CustomerLabels {
  /** Labels that are on, by name. */
  readonly current: readonly CurrentLabel[]
  readonly log: readonly LabelEvent[]
}

export interface CurrentLabel extends Omit<Label, 'createdAt' | 'deletedAt'> {
  readonly since: Date
  /** Who put it on. */
  readonly by: string | null
}

export function labelOf(row: LabelRow): Label {
  const { id, name, source, colour, createdAt, deletedAt } = row
  return {
    id,
    name,
    source,
    key: labelKey(row),
    colour,
    createdAt: new Date(createdAt),
    deletedAt: dateOf(deletedAt),
  }
}

export function labelEventOf(row: LabelEventRow): LabelEvent {
  const { id, customerId: customer, labelId: label, change, by, cause, eventId } = row
  return {
    id,
    customer,
    label,
    change,
    at: new Date(row.at),
    by,
    cause,
    eventId,
    recordedAt: new Date(row.recordedAt),
  }
}

export async function labelsOfCustomer(
  { tx }: UnitOfWork,
  customerId: string,
): Promise<CustomerLabels> {
  const spans = await tx.find('labelSpans', 'key', [[customerId]])
  const events = await tx.find('labelEvents', 'byCustomer', [[customerId]])
  const keys = [...new Set(spans.map(({ labelId }) => labelId))].map((id) => [id] as const)
  const labels = new Map((await tx.get('labels', keys)).map((row) => [row.id, row]))
  const current = spans.flatMap(({ labelId, at, until, by }): CurrentLabel[] => {
    const label = labels.get(labelId)
    if (until !== null || label === undefined || label.deletedAt !== null) return []
    const { id, name, source, colour } = label
    return [{ id, name, source, key: labelKey(label), colour, since: new Date(at), by }]
  })
  const log = [...events].sort((a, b) => a.at - b.at || compareCodePoints(a.id, b.id))
  return { current: current.sort(byName), log: log.map(labelEventOf) }
}

import type { LabelChange, LabelEventRow, LabelRow } from '../../domain/labels/rows.ts'
import { compareCodePoints } from '../../domain/text/code-point-order.ts'
import { byName } from '../sort-by-name.ts'
import type { UnitOfWork } from '../unit-of-work.ts'

export interface Label {
  readonly id: string
  readonly name: string
  /** Where it is kept; names are unique within a source. */
  readonly source: string
  readonly createdAt: Date
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
  readonly eventId: string | null
  readonly recordedAt: Date
}

export interface CustomerLabels {
  /** Labels that are on, by name. */
  readonly current: readonly CurrentLabel[]
  readonly log: readonly LabelEvent[]
}

export interface CurrentLabel extends Omit<Label, 'createdAt'> {
  readonly since: Date
  /** Who put it on. */
  readonly by: string | null
}

export function labelOf({ id, name, source, createdAt }: LabelRow): Label {
  return { id, name, source, createdAt: new Date(createdAt) }
}

export function labelEventOf(row: LabelEventRow): LabelEvent {
  const { id, customerId: customer, labelId: label, change, by, eventId } = row
  return {
    id,
    customer,
    label,
    change,
    at: new Date(row.at),
    by,
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
    if (until !== null || label === undefined) return []
    const { id, name, source } = label
    return [{ id, name, source, since: new Date(at), by }]
  })
  const log = [...events].sort((a, b) => a.at - b.at || compareCodePoints(a.id, b.id))
  return { current: current.sort(byName), log: log.map(labelEventOf) }
}

import type { Draft } from '../../domain/change/draft.ts'
import { fingerprint } from '../../domain/change/fingerprint.ts'
import { LanggananError } from '../../domain/error/langganan-error.ts'
import { isUuid } from '../../domain/ids/uuid-v7.ts'
import { createLabel, recordLabelEvent } from '../../domain/labels/record-label.ts'
import type { LabelRow } from '../../domain/labels/rows.ts'
import { compareCodePoints } from '../../domain/text/code-point-order.ts'
import { fold } from '../../domain/text/fold.ts'
import { customerRow } from '../customers/load-customers.ts'
import type { LabelEventInput } from '../input/label.ts'
import { notFound } from '../not-found.ts'
import { notInFuture } from '../not-in-future.ts'
import { answeredBefore, type Once, remember } from '../once.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { deletionsOf } from './known-of-label.ts'
import { type LabelEvent, labelEventOf } from './shown.ts'

/** Records one event of a label. */
export async function recordLabel(unit: UnitOfWork, given: LabelEventInput): Promise<LabelEvent> {
  const { tx, stamp } = unit
  const { customer, change, by = null, eventId = null } = given
  const at = given.at?.getTime() ?? stamp.now
  notInFuture(at, unit, 'at')
  await unit.lock([customer])
  const into = unit.draft()
  const { id: labelId, source } = await labelGiven(unit, into, given)
  const once = onceOf(given, { labelId, source })
  const before = await answeredBefore(unit, once)
  if (before !== undefined) return showEvent(unit, before)

  const { id: customerId } = await customerRow(unit, customer)
  const events = await tx.find('labelEvents', 'byCustomer', [[customerId, labelId]])
  const spans = await tx.find('labelSpans', 'key', [[customerId, labelId]])
  const deletions = await deletionsOf(unit, labelId)
  const event = { customerId, labelId, change, at, timed: 1, by, cause: 'told', eventId } as const
  const row = recordLabelEvent(into, event, { events, spans, deletions }, stamp)
  remember(into, once, row.id, unit)
  await unit.write(into)
  return labelEventOf(row)
}

/** The label by its id, else by its name in the source, where it begins if it is new. */
async function labelGiven(
  { tx, stamp }: UnitOfWork,
  into: Draft,
  given: LabelEventInput,
): Promise<LabelRow> {
  const { label, source = 'shop' } = given
  const [byId] = await tx.get('labels', [[label]])
  if (byId !== undefined && (given.source ?? byId.source) === byId.source) return byId
  if (byId !== undefined) {
    throw new LanggananError(
      'INVALID_INPUT',
      'The label is of another source. Leave the source out, or give the name that the label has there.',
      { field: 'source' },
    )
  }
  // Nobody names a label so: it is the id of another shop's, or of one that never was.
  if (isUuid(label)) throw notFound('LABEL_NOT_FOUND', 'label', 'label')
  const known = await tx.find('labels', 'byName', [[source, fold(label)]])
  return standing(known) ?? createLabel(into, source, { name: label }, stamp)
}

/** Of labels of one name the one that exists in its source, else the oldest. */
function standing(labels: readonly LabelRow[]): LabelRow | undefined {
  const inOrder = [...labels].sort((a, b) => compareCodePoints(a.id, b.id))
  return inOrder.find(({ deletedAt }) => deletedAt === null) ?? inOrder[0]
}

function onceOf(
  { customer, change, at, by = null, eventId = null }: LabelEventInput,
  { labelId, source }: { readonly labelId: string; readonly source: string },
): Once {
  return {
    scope: 'label',
    key: eventId === null ? null : JSON.stringify([source, eventId]),
    // A time that was left to the clock is none of what was said.
    fingerprint: fingerprint([customer, labelId, change, at?.getTime() ?? null, by]),
  }
}

async function showEvent({ tx }: UnitOfWork, id: string): Promise<LabelEvent> {
  const [row] = await tx.get('labelEvents', [[id]])
  if (row === undefined) throw notFound('CUSTOMER_NOT_FOUND', 'customer', 'customer')
  return labelEventOf(row)
}

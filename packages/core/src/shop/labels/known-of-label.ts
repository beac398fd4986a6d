import { deletions } from '../../domain/labels/label-edits.ts'
import type { KnownOfLabel } from '../../domain/labels/record-label.ts'
import type { UnitOfWork } from '../unit-of-work.ts'

/** When a label was deleted in its source, each time. */
export async function deletionsOf({ tx }: UnitOfWork, labelId: string): Promise<readonly number[]> {
  return deletions(await tx.find('labelEdits', 'byLabel', [[labelId]]))
}

/** What is known of a label and a customer. */
export async function knownOfLabel(
  unit: UnitOfWork,
  customerId: string,
  labelId: string,
): Promise<KnownOfLabel> {
  return {
    events: await unit.tx.find('labelEvents', 'byCustomer', [[customerId, labelId]]),
    spans: await unit.tx.find('labelSpans', 'key', [[customerId, labelId]]),
    deletions: await deletionsOf(unit, labelId),
  }
}

import type { CustomerRow } from '../../domain/customers/rows.ts'
import { groupedBy } from '../grouped.ts'
import type { LabelBoardInput } from '../input/label-reports.ts'
import { scanAll } from '../scan-all.ts'
import { conditionGiven } from '../segments/condition-given.ts'
import { byName } from '../sort-by-name.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { type Label, labelOf } from './shown.ts'

/** A label with those who have it now. */
export interface LabelColumn extends Omit<Label, 'deletedAt'> {
  /** How many have it. */
  readonly contacts: number
  /** The latest first, as many as were asked for. */
  readonly latest: readonly LabelContact[]
}

export interface LabelContact {
  /** Id of the customer. */
  readonly customer: string
  readonly name: string
  readonly since: Date
  /** Who put the label on. */
  readonly by: string | null
}

/** Every label that exists in its source, by name, with those who have it. */
export async function labelBoard(
  unit: UnitOfWork,
  { where: given, limit = 50 }: LabelBoardInput,
): Promise<readonly LabelColumn[]> {
  const { tx, stamp } = unit
  const where = await conditionGiven(unit, given)
  const at = stamp.now
  const counted = await tx.report('labelContacts', { where, at })
  const contacts = new Map(counted.map((row) => [row.labelId, row.contacts]))
  const shown = await tx.report('labelBoard', { where, at, limit })
  const keys = [...new Set(shown.map(({ customerId }) => customerId))].map((id) => [id] as const)
  const people = new Map(
    (await tx.get('customers', keys)).map((row: CustomerRow) => [row.id, row.name]),
  )
  const byLabel = groupedBy(shown, ({ labelId }) => labelId)
  const labels = (await scanAll(tx, 'labels')).filter(({ deletedAt }) => deletedAt === null)
  return labels.sort(byName).map((row) => {
    const { deletedAt: _, ...label } = labelOf(row)
    return {
      ...label,
      contacts: contacts.get(row.id) ?? 0,
      latest: (byLabel.get(row.id) ?? []).map(({ customerId, since, by }) => ({
        customer: customerId,
        name: people.get(customerId) ?? '',
        since: new Date(since),
        by,
      })),
    }
  })
}

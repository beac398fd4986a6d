import { editLabel, type NewLabelEdit } from '../../domain/labels/edit-label.ts'
import { labelIdentity, labelKey } from '../../domain/labels/label-identity.ts'
import { createLabel, endLabel } from '../../domain/labels/record-label.ts'
import type { LabelRow } from '../../domain/labels/rows.ts'
import { isOnAt } from '../../domain/labels/spans.ts'
import { fold } from '../../domain/text/fold.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { knownOfLabel } from './known-of-label.ts'

/**
 * The label that a source knows by this id; begun where it is new.
 *
 * @param name what it is called where nothing was told of the label itself
 */
export async function bridgedLabel(
  unit: UnitOfWork,
  source: string,
  key: string,
  name?: string | null,
): Promise<LabelRow> {
  const identity = labelIdentity({ key })
  const [known] = await unit.tx.find('labels', 'byIdentity', [[source, identity]])
  if (known !== undefined && !(isUnnamed(known) && name != null)) return known
  const into = unit.draft()
  const label =
    known === undefined
      ? createLabel(into, source, { key, name }, unit.stamp)
      : { ...known, name: name ?? known.name, nameFold: fold(name ?? known.name) }
  if (known !== undefined) into.put('labels', label)
  await unit.write(into)
  return label
}

/** Whether nobody has said yet what a label is called. */
function isUnnamed(label: LabelRow): boolean {
  return label.name === labelKey(label)
}

/** Records what a source told of a label. A deletion takes it off everybody who had it then. */
export async function recordEdit(
  unit: UnitOfWork,
  source: string,
  key: string,
  edit: NewLabelEdit,
): Promise<boolean> {
  const { tx, stamp } = unit
  const label = await bridgedLabel(unit, source, key)
  const into = unit.draft()
  const edits = await tx.find('labelEdits', 'byLabel', [[label.id]])
  const edited = editLabel(into, label, edits, edit, stamp)
  if (edited === undefined) return false
  await unit.write(into)
  if (edit.deleted === 1) await endForEverybody(unit, label.id, edit)
  return true
}

async function endForEverybody(
  unit: UnitOfWork,
  labelId: string,
  { at, timed }: NewLabelEdit,
): Promise<void> {
  const spans = await unit.tx.find('labelSpans', 'byLabel', [[labelId]])
  const having = spans.filter((span) => isOnAt([span], at)).map(({ customerId }) => customerId)
  if (having.length === 0) return
  await unit.lock(having)
  const into = unit.draft()
  for (const customerId of having) {
    const known = await knownOfLabel(unit, customerId, labelId)
    endLabel(into, { customerId, labelId, at, timed }, known, unit.stamp)
  }
  await unit.write(into)
}

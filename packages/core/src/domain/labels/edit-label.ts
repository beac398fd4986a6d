import type { Draft, Stamp } from '../change/draft.ts'
import { fold } from '../text/fold.ts'
import { editedLabel } from './label-edits.ts'
import type { LabelEditRow, LabelRow } from './rows.ts'

/** What a source tells of a label of its own. */
export type NewLabelEdit = Pick<LabelEditRow, 'name' | 'colour' | 'deleted' | 'at' | 'timed'>

/**
 * Writes an edit into the log, and the label as it stands after all of them. What a source repeats is
 * not written again: the same at the same time, or without a time what is so already.
 *
 * @returns the label if anything was written
 */
export function editLabel(
  into: Draft,
  label: LabelRow,
  edits: readonly LabelEditRow[],
  edit: NewLabelEdit,
  { newId, now }: Stamp,
): LabelRow | undefined {
  if (isKnown(label, edits, edit)) return undefined
  const row: LabelEditRow = { ...edit, id: newId(), labelId: label.id, recordedAt: now }
  into.insert('labelEdits', row)
  const { name, colour, deletedAt } = editedLabel([...edits, row])
  const shown = name ?? label.name
  const edited: LabelRow = { ...label, name: shown, nameFold: fold(shown), colour, deletedAt }
  into.put('labels', edited)
  const at = edit.at
  into.event(edit.deleted === 1 ? 'label.deleted' : 'label.edited', { label: label.id }, { at })
  return edited
}

function isKnown(label: LabelRow, edits: readonly LabelEditRow[], edit: NewLabelEdit): boolean {
  const { name, colour, deleted, at, timed } = edit
  if (timed === 1) {
    return edits.some(
      (row) =>
        row.timed === 1 &&
        row.at === at &&
        row.name === name &&
        row.colour === colour &&
        row.deleted === deleted,
    )
  }
  const now = editedLabel(edits)
  return (
    edits.length > 0 &&
    (deleted === 1) === (label.deletedAt !== null) &&
    (name === null || name === now.name) &&
    (colour === null || colour === now.colour)
  )
}

import { compareCodePoints } from '../text/code-point-order.ts'
import type { LabelEditRow } from './rows.ts'

/** What all edits of a label come to. */
export interface EditedLabel {
  /** Null where no edit told one. */
  readonly name: string | null
  readonly colour: string | null
  readonly deletedAt: number | null
}

/**
 * How a label stands after all that its source told of it, in any order: the last by time counts, of
 * what came without a time the last to arrive. A name and a colour stay until another is told.
 */
export function editedLabel(edits: readonly LabelEditRow[]): EditedLabel {
  const ordered = inOrder(edits)
  const last = ordered.at(-1)
  return {
    name: ordered.findLast(({ name }) => name !== null)?.name ?? null,
    colour: ordered.findLast(({ colour }) => colour !== null)?.colour ?? null,
    deletedAt: last?.deleted === 1 ? last.at : null,
  }
}

/** When the label was deleted, each time. */
export function deletions(edits: readonly LabelEditRow[]): readonly number[] {
  return [...new Set(edits.filter(({ deleted }) => deleted === 1).map(({ at }) => at))].sort(
    (a, b) => a - b,
  )
}

function inOrder(edits: readonly LabelEditRow[]): readonly LabelEditRow[] {
  return [...edits].sort(
    (a, b) =>
      a.at - b.at ||
      b.timed - a.timed ||
      (a.timed === 0
        ? compareCodePoints(a.id, b.id)
        : a.deleted - b.deleted ||
          compareCodePoints(a.name ?? '', b.name ?? '') ||
          compareCodePoints(a.colour ?? '', b.colour ?? '')),
  )
}

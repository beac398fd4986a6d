import type { Rows } from '../domain/change/rows.ts'
import type { ErrorCode } from '../domain/error/codes.ts'
import { LanggananError } from '../domain/error/langganan-error.ts'
import { fold } from '../domain/text/fold.ts'
import type { IfNotExists } from './input/if-not-exists.ts'
import { notFound } from './not-found.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** The tables whose rows have a name that is unique in the shop. */
export type NamedTable = 'groups' | 'tags' | 'categories' | 'segments' | 'views'

const words: Readonly<Record<NamedTable, { readonly what: string; readonly code: ErrorCode }>> = {
  groups: { what: 'group', code: 'GROUP_NOT_FOUND' },
  tags: { what: 'tag', code: 'TAG_NOT_FOUND' },
  categories: { what: 'category', code: 'CATEGORY_NOT_FOUND' },
  segments: { what: 'segment', code: 'SEGMENT_NOT_FOUND' },
  views: { what: 'view', code: 'VIEW_NOT_FOUND' },
}

/** Finds a row by its id, else by its name, whatever its case and accents. */
export async function named<T extends NamedTable>(
  { tx }: UnitOfWork,
  table: T,
  reference: string,
  field: string = words[table].what,
): Promise<Rows[T]> {
  const [byId] = await tx.find(table, 'key', [[reference]])
  if (byId !== undefined) return byId
  const [row] = await tx.find(table, 'byName', [[fold(reference)]])
  if (row === undefined) throw notFound(words[table].code, words[table].what, field)
  return row
}

/** Refuses a name that another row of the table has. */
export async function freeName(
  { tx }: UnitOfWork,
  table: NamedTable,
  name: string,
  ownId?: string,
): Promise<{ name: string; nameFold: string }> {
  const nameFold = fold(name)
  const [taken] = await tx.find(table, 'byName', [[nameFold]])
  if (taken !== undefined && taken.id !== ownId) {
    const { what } = words[table]
    throw new LanggananError(
      'NAME_TAKEN',
      `Another ${what} has this name already. Choose another name.`,
      {
        field: 'name',
        details: { [what]: taken.id },
      },
    )
  }
  return { name, nameFold }
}

/**
 * What has this name already, where the input says `ifNotExists` and it is otherwise the same: then nothing is
 * to be made.
 */
export async function thereAlready<T extends NamedTable>(
  { tx }: UnitOfWork,
  table: T,
  { name, ifNotExists = false }: { readonly name: string } & IfNotExists,
  isSame: (row: Rows[T]) => boolean,
): Promise<Rows[T] | undefined> {
  if (!ifNotExists) return undefined
  const [row] = await tx.find(table, 'byName', [[fold(name)]])
  return row !== undefined && isSame(row) ? row : undefined
}

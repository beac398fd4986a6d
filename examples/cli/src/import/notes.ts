import { shellWord } from '../output/shell-word.ts'
import { type Columns, listed } from './columns.ts'
import { lookingLike } from './telling-columns.ts'

/**
 * What people should know of columns that were not named.
 *
 * @param isNew whether orders and customers were recorded, so that what stood in for a column is now in the shop
 */
export function notesOn(
  columns: Columns,
  isNew: { readonly orders: boolean; readonly customers: boolean },
): readonly string[] {
  const notes: string[] = []
  if (isNew.orders && !columns.has('paid') && !columns.has('status'))
    notes.push('All new orders counted as paid in full, as no --paid column was named.')
  if (isNew.customers && !columns.has('name')) {
    const number = columns.has('customer') ? 'customer numbers' : 'phones'
    notes.push(`Names are ${number}, as no --name column was named.`)
  }
  if (isNew.orders && columns.unnamed.length > 0)
    notes.push(`Not read, as no option names them: ${listed(columns.unnamed)}.`)
  return [...notes, ...hintOn(columns, 'name'), ...hintOn(columns, 'phone')]
}

/** Which column of the file looks like one that was not named. */
function hintOn(columns: Columns, key: 'name' | 'phone'): readonly string[] {
  return lookingLike(columns, key)
    .slice(0, 1)
    .map(
      (header) =>
        `The file has a column "${header}": if it is what --${key} wants, add --${key} ${shellWord(header)}.`,
    )
}

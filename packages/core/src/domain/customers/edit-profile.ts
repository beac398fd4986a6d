import type { Draft } from '../change/draft.ts'
import { birthdayKey } from '../value/facts.ts'
import type { FactsRow } from '../value/rows.ts'
import { type ProfileChanges, profileColumns } from './profile.ts'
import type { CustomerRow } from './rows.ts'

/** Changes a customer's own row, and the facts and counts that follow from it. */
export function editProfile(
  into: Draft,
  { row, facts }: { readonly row: CustomerRow; readonly facts: FactsRow },
  changes: ProfileChanges,
): CustomerRow {
  const edited: CustomerRow = { ...row, ...profileColumns(changes) }
  if (changedFields(row, edited).length > 0) {
    into.put('customers', edited)
    into.touch(row.id, 'profile')
  }
  if (edited.birthDate !== row.birthDate) {
    into.put('facts', { ...facts, birthdayKey: birthdayKey(edited.birthDate) })
    into.touch(row.id, 'facts')
  }
  if (edited.categoryId !== row.categoryId) {
    if (row.categoryId !== null) into.count('category', row.categoryId, -1)
    if (edited.categoryId !== null) into.count('category', edited.categoryId, 1)
  }
  return edited
}

/** Names of the profile fields that differ, as an input calls them, without their folds; sorted. */
export function changedFields(before: CustomerRow, after: CustomerRow): string[] {
  const values = new Map<string, unknown>(Object.entries(before))
  return Object.entries(after)
    .filter(([column, value]) => value !== values.get(column) && !column.endsWith('Fold'))
    .map(([column]) => (column === 'categoryId' ? 'category' : column))
    .sort() // a row's columns come in any order
}

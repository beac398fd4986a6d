import type { Draft } from '../change/draft.ts'
import { type AttributeValues, attributeRows } from './attributes.ts'
import type { AttributeRow, CustomerRow } from './rows.ts'

/** Puts the values of one multi-valued or custom field in the place of those known; answers whether they differ. */
export function replaceAttribute(
  into: Draft,
  { row, attributes }: { readonly row: CustomerRow; readonly attributes: readonly AttributeRow[] },
  values: AttributeValues,
  field: string,
): boolean {
  const before = attributes.filter((attribute) => attribute.field === field)
  const after = attributeRows(row.id, new Map([[field, values.get(field) ?? []]]))
  if (JSON.stringify(before) === JSON.stringify(after)) return false
  for (const { position } of before.slice(after.length))
    into.remove('attributes', [row.id, field, position])
  into.put('attributes', ...after)
  into.touch(row.id, 'attributes')
  return true
}

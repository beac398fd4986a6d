import { fold } from '../text/fold.ts'
import type { CustomerRow } from './rows.ts'

/** The profile texts that are compared folded. */
export type FoldedField =
  | 'businessName'
  | 'address'
  | 'city'
  | 'region'
  | 'country'
  | 'education'
  | 'occupation'
  | 'notes'
  | 'source'
  | 'campaign'

/** What a shop says of a customer. Absent is left as it is, null is taken away. */
export type ProfileChanges = {
  readonly name?: string
} & {
  readonly [F in FoldedField | 'birthDate' | 'preferredChannel' | 'categoryId' | 'adClickId']?:
    | string
    | null
} & {
  readonly gender?: CustomerRow['gender']
  readonly nameToldAt?: number | null
  readonly sourceToldAt?: number | null
}

/** The columns that profile changes write, folds with them. */
export function profileColumns(changes: ProfileChanges): Partial<CustomerRow> {
  const columns: Record<string, string | number | null> = {}
  for (const [field, value] of Object.entries(changes)) {
    if (value === undefined) continue
    columns[field] = value
    if (isFolded(field)) columns[`${field}Fold`] = value === null ? null : fold(String(value))
  }
  return columns
}

const foldedFields: ReadonlySet<string> = new Set<FoldedField | 'name'>([
  'name',
  'businessName',
  'address',
  'city',
  'region',
  'country',
  'education',
  'occupation',
  'notes',
  'source',
  'campaign',
])

function isFolded(field: string): boolean {
  return foldedFields.has(field)
}

import type { FieldName } from '../fields/field-types.ts'

/** Fields of several values, which are set to all of them. */
export function isListField(field: FieldName): field is 'interests' | 'favouriteProducts' {
  return field === 'interests' || field === 'favouriteProducts'
}

/** The fields of the profile that can be edited, by the fields that predicates ask about. */
export const settableFields: ReadonlyMap<FieldName, FieldName> = new Map<FieldName, FieldName>([
  ['name', 'name'],
  ['businessName', 'businessName'],
  ['address', 'address'],
  ['city', 'city'],
  ['region', 'region'],
  ['country', 'country'],
  ['birthDate', 'birthDate'],
  ['age', 'birthDate'],
  ['birthday', 'birthDate'],
  ['gender', 'gender'],
  ['education', 'education'],
  ['occupation', 'occupation'],
  ['notes', 'notes'],
  ['preferredChannel', 'preferredChannel'],
  ['category', 'category'],
  ['source', 'source'],
  ['campaign', 'campaign'],
  ['adClickId', 'adClickId'],
  ['interests', 'interests'],
  ['favouriteProducts', 'favouriteProducts'],
])

import type { Catalogue } from '../catalogue.ts'
import { attributeField, attributeFieldName, isAttributeFieldName } from './attribute-field.ts'
import type { Field } from './field.ts'
import type { FieldName, KnownFieldName } from './field-types.ts'
import { fields } from './fields.ts'

/** A field and the name that it was found by. */
export interface FoundField {
  readonly name: FieldName
  readonly field: Field
}

/** The field of that name in a shop, or undefined. */
export function findField(name: string, catalogue: Catalogue): FoundField | undefined {
  if (isKnownFieldName(name)) return { name, field: fields[name] }
  if (!isAttributeFieldName(name)) return undefined
  const declared = catalogue.attributes.find((each) => attributeFieldName(each.name) === name)
  return declared && { name, field: attributeField(declared) }
}

/** The names of all fields of a shop. */
export function fieldNames(catalogue: Catalogue): readonly string[] {
  return [
    ...Object.keys(fields),
    ...catalogue.attributes.map(({ name }) => attributeFieldName(name)),
  ]
}

function isKnownFieldName(name: string): name is KnownFieldName {
  return Object.hasOwn(fields, name)
}

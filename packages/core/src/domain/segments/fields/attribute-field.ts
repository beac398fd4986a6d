import type { DeclaredAttribute } from '../catalogue.ts'
import type { Field } from './field.ts'
import type { FieldType } from './field-types.ts'

const prefix = 'attr.'

const fieldTypes: Readonly<Record<DeclaredAttribute['type'], FieldType>> = {
  text: 'text',
  number: 'number',
  boolean: 'flag',
  date: 'localDate',
  choice: 'choice',
}

/** The type of an attribute's field; undefined where none of these is that attribute. */
export function attributeFieldType(
  field: `attr.${string}`,
  attributes: readonly DeclaredAttribute[],
): FieldType | undefined {
  const declared = attributes.find(({ name }) => attributeFieldName(name) === field)
  return declared === undefined ? undefined : fieldTypes[declared.type]
}

/** The name of an attribute's field in predicates. */
export function attributeFieldName(name: string): `attr.${string}` {
  return `${prefix}${name}`
}

export function isAttributeFieldName(name: string): name is `attr.${string}` {
  return name.startsWith(prefix)
}

/** A declared attribute as a field. */
export function attributeField(attribute: DeclaredAttribute): Field {
  const name = attributeFieldName(attribute.name)
  return {
    type: fieldTypes[attribute.type],
    reads: { from: 'attribute', field: name },
    dependsOn: 'attributes',
    optional: true,
    choices: attribute.choices,
  }
}

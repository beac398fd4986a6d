import { LanggananError } from '../error/langganan-error.ts'
import { fold } from '../text/fold.ts'
import { isLocalDate } from '../time/local-date.ts'
import type { AttributeRow, AttributeTypeRow } from './rows.ts'

/** Values of multi-valued and custom fields, by field; an empty list takes the field away. */
export type AttributeValues = ReadonlyMap<string, readonly AttributeValue[]>

export type AttributeValue = string | number | boolean

/** The field of a declared custom attribute. */
export function customField(name: string): string {
  return `attr.${name}`
}

/** Whether a field is a declared custom attribute's. */
export function isCustomField(field: string): boolean {
  return field.startsWith('attr.')
}

export function attributeRows(customerId: string, values: AttributeValues): AttributeRow[] {
  return [...values].flatMap(([field, list]) =>
    list.map((value, position) => ({
      customerId,
      field,
      position,
      text: typeof value === 'string' ? value : null,
      textFold: typeof value === 'string' ? fold(value) : null,
      // −0 is stored as 0.
      number: typeof value === 'string' ? null : Number(value) + 0,
    })),
  )
}

/** Checks a custom attribute's value against its declaration. */
export function checkAttribute(
  type: AttributeTypeRow,
  value: AttributeValue,
  field: string,
): AttributeValue {
  if (fits(type, value)) return value
  throw new LanggananError(
    'INVALID_INPUT',
    `The attribute "${type.name}" takes ${expected[type.type]}.`,
    { field },
  )
}

const expected = {
  text: 'text',
  number: 'a finite number',
  boolean: 'true or false',
  date: 'a date that exists, as YYYY-MM-DD',
  choice: 'one of its declared choices',
} as const

function fits(type: AttributeTypeRow, value: AttributeValue): boolean {
  switch (type.type) {
    case 'text':
      return typeof value === 'string'
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'boolean':
      return typeof value === 'boolean'
    case 'date':
      return typeof value === 'string' && isLocalDate(value)
    case 'choice':
      return typeof value === 'string' && choicesOf(type).includes(value)
  }
}

/** Refuses choices that folded texts cannot tell apart, such as `Oily` and `oily`. */
export function checkChoices(choices: readonly string[]): void {
  const folded = choices.map(fold)
  const again = folded.findIndex((choice, i) => folded.indexOf(choice) !== i)
  if (again < 0) return
  throw new LanggananError(
    'INVALID_INPUT',
    'This choice is the same as an earlier one but for case, accents or space, and comparisons cannot tell them apart. Leave it out.',
    { field: `choices[${again}]` },
  )
}

export function choicesOf(type: AttributeTypeRow): readonly string[] {
  const parsed: unknown = type.choices === null ? [] : JSON.parse(type.choices)
  return Array.isArray(parsed) ? parsed.filter((each) => typeof each === 'string') : []
}

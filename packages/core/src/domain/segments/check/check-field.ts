import type { Field } from '../fields/field.ts'
import type { FieldName } from '../fields/field-types.ts'
import { fieldNames, findField } from '../fields/find-field.ts'
import { operatorsOf } from '../fields/operators.ts'
import type { FieldPredicate, Operator } from '../predicate.ts'
import { birthdaysAt } from './birthdays.ts'
import { checkInstant } from './check-instant.ts'
import type { CheckContext } from './context.ts'
import { invalid, within } from './invalid.ts'
import { didYouMean, quoted } from './nearest.ts'
import { isPlainObject, type Plain, type PlainObject } from './plain.ts'
import { boundsAt, nounOf, partAt, scalarAt, valuesAt } from './scalars.ts'
import { onlyKeys, wordAt } from './shape.ts'
import { textAt } from './values.ts'

const operators: readonly Operator[] = [
  '=',
  '<',
  '<=',
  '>',
  '>=',
  'in',
  'between',
  'contains',
  'startsWith',
  'endsWith',
  'exactly',
  'missing',
]

/** A test of one field. */
export function checkField(
  given: PlainObject,
  path: string,
  context: CheckContext,
): FieldPredicate {
  const node = withoutShorthand(given)
  const { name, field } = fieldAt(node.field, within(path, 'field'), context)
  const is = wordAt(node.is, operators, within(path, 'is'))
  const allowed = operatorsOf(field)
  if (!allowed.includes(is)) {
    throw invalid(
      within(path, 'is'),
      `${quoted(name)} is ${nounOf[field.type]} and takes ${allowed.join(', ')}; not ${is}.`,
    )
  }
  onlyKeys(node, is === 'missing' ? ['field', 'is'] : ['field', 'is', 'value'], path)
  if (is === 'missing') return { field: name, is }
  return checkTest(name, field, is, { value: node.value, path: within(path, 'value'), context })
}

/** `"in": period` stands for `"is": "in", "value": period`. */
function withoutShorthand(node: PlainObject): PlainObject {
  const { in: inside, ...rest } = node
  if (inside !== undefined && !('is' in node) && !('value' in node)) {
    return { ...rest, is: 'in', value: inside }
  }
  const { value } = node
  return isPlainObject(value) && Object.keys(value).join() === 'in'
    ? { ...node, value: value.in ?? null }
    : node
}

function fieldAt(
  value: Plain | undefined,
  path: string,
  { catalogue }: CheckContext,
): { name: FieldName; field: Field } {
  if (typeof value !== 'string') throw invalid(path, 'expected the name of a field.')
  const found = findField(value, catalogue)
  if (found !== undefined) return found
  throw invalid(
    path,
    `there is no field ${quoted(value)}.${didYouMean(value, fieldNames(catalogue))}`,
  )
}

/** A test of one field whose operator suits it. */
function checkTest(
  name: FieldName,
  field: Field,
  is: Exclude<Operator, 'missing'>,
  { value, path, context }: { value: Plain | undefined; path: string; context: CheckContext },
): FieldPredicate {
  if (field.type === 'instant') return { field: name, ...checkInstant(is, value, path) }
  if (field.type === 'anniversary')
    return { field: name, is: 'in', value: birthdaysAt(value, path) }
  switch (is) {
    case 'in':
      return { field: name, is, value: valuesAt(field, value, path, context) }
    case 'between':
      return { field: name, is, value: boundsAt(field, value, path, context) }
    case 'contains':
    case 'startsWith':
    case 'endsWith':
      return { field: name, is, value: partAt(field, value, path) }
    case 'exactly':
      return { field: name, is, value: textAt(value, path) }
    default:
      return { field: name, is, value: scalarAt(field, value, path, context) }
  }
}

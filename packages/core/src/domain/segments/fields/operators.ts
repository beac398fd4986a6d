import type { Operator } from '../predicate.ts'
import type { Field } from './field.ts'
import type { FieldType } from './field-types.ts'

const order = ['<', '<=', '>', '>='] as const
const parts = ['contains', 'startsWith', 'endsWith'] as const

/** The operators of every type of field; `missing` besides, where a field may have no value. */
const operatorsByType: Readonly<Record<FieldType, readonly Operator[]>> = {
  text: ['=', 'in', ...order, 'between', ...parts, 'exactly'],
  exactText: ['=', 'in', ...parts],
  integer: ['=', ...order, 'in', 'between'],
  money: ['=', ...order, 'in', 'between'],
  average: ['=', ...order, 'between'],
  number: ['=', ...order, 'in', 'between'],
  share: ['=', ...order, 'in', 'between'],
  instant: ['in', '=', ...order, 'between'],
  localDate: ['=', ...order, 'in', 'between'],
  anniversary: ['in'],
  age: ['=', ...order, 'in', 'between'],
  flag: ['='],
  choice: ['=', 'in'],
  reference: ['=', 'in'],
}

/** How a field may be tested. */
export function operatorsOf({ type, optional }: Field): readonly Operator[] {
  return optional ? [...operatorsByType[type], 'missing'] : operatorsByType[type]
}

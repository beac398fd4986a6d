import { compareCodePoints } from '../../text/code-point-order.ts'
import { comparableText } from '../fields/comparable-text.ts'
import type { Field } from '../fields/field.ts'
import type { FieldType } from '../fields/field-types.ts'
import type { CheckContext } from './context.ts'
import { invalid, within } from './invalid.ts'
import type { Plain } from './plain.ts'
import { listAt, pairAt, wordAt } from './shape.ts'
import {
  dateAt,
  decimalAt,
  flagAt,
  integerAt,
  moneyAt,
  numberAt,
  referenceAt,
  textAt,
} from './values.ts'

/** What messages call a type. */
export const nounOf: Readonly<Record<FieldType, string>> = {
  text: 'a text',
  exactText: 'a text that is compared as stored',
  integer: 'a whole number',
  money: 'money',
  average: 'an average of money',
  number: 'a number',
  share: 'a share from 0 to 1',
  instant: 'a time',
  localDate: 'a date',
  anniversary: 'a day that comes back every year',
  age: 'an age',
  flag: 'true or false',
  choice: 'a word of a list',
  reference: 'something that the shop made',
}

const oldestAge = 150
// Every age is two dates to engines, so a list of them is kept short.
const mostAges = 20

/** What a value is after the check: texts, numbers of all kinds, flags. */
export type CheckedScalar = string | number | boolean

/** One value of a field that is no time. */
export function scalarAt(
  field: Field,
  value: Plain | undefined,
  path: string,
  context: CheckContext,
): CheckedScalar {
  switch (field.type) {
    case 'text':
    case 'exactText':
      return wholeTextAt(field, value, path)
    case 'integer':
      return integerAt(value, path)
    case 'money':
    case 'average':
      return moneyAt(value, path, context)
    case 'number':
      return numberAt(value, path)
    case 'share':
      return decimalAt(value, path, { decimals: 6, most: 1 })
    case 'localDate':
      return dateAt(value, path)
    case 'age':
      return ageAt(value, path)
    case 'flag':
      return flagAt(value, path)
    case 'choice':
      return wordAt(value, field.choices ?? [], path)
    case 'reference':
      return referenceAt(value, path, 'category', context)
    default:
      throw invalid(path, 'expected a period.')
  }
}

/** A list of values, none of them twice. */
export function valuesAt(
  field: Field,
  value: Plain | undefined,
  path: string,
  context: CheckContext,
): readonly CheckedScalar[] {
  const given = listAt(value, path, 'a list of values')
  const values = new Set(given.map((each, i) => scalarAt(field, each, within(path, i), context)))
  if (field.type !== 'age' || values.size <= mostAges) return [...values]
  throw invalid(path, `expected ${mostAges} ages at most; for more write between.`)
}

/** Two values, the lower first. */
export function boundsAt(
  field: Field,
  value: Plain | undefined,
  path: string,
  context: CheckContext,
): readonly [low: CheckedScalar, high: CheckedScalar] {
  const [first, second] = pairAt(value, path, 'two values, the lower first')
  const low = scalarAt(field, first, within(path, 0), context)
  const high = scalarAt(field, second, within(path, 1), context)
  if (isAbove(field, low, high)) {
    throw invalid(path, 'the lower bound lies above the upper one, so nothing can be between.')
  }
  return [low, high]
}

function isAbove({ reads, type }: Field, low: CheckedScalar, high: CheckedScalar): boolean {
  if (typeof low !== 'string' || typeof high !== 'string') return low > high
  if (type !== 'text') return low > high // dates
  return (
    compareCodePoints(comparableText(reads, low, 'whole'), comparableText(reads, high, 'whole')) > 0
  )
}

/** A part of a text, of which something is left to compare: everybody contains the empty text. */
export function partAt(field: Field, value: Plain | undefined, path: string): string {
  const text = textAt(value, path)
  if (comparableText(field.reads, text, 'part') !== '') return text
  throw invalid(path, 'expected a text with something to compare: a letter, a digit or a sign.')
}

function wholeTextAt({ reads }: Field, value: Plain | undefined, path: string): string {
  const text = textAt(value, path)
  const comparable = comparableText(reads, text, 'whole')
  if (comparable === '') {
    throw invalid(path, 'expected a text with something to compare: a letter, a digit or a sign.')
  }
  if (reads.from === 'identity' && reads.kind === 'phone' && !/^\+\d+$/.test(comparable)) {
    throw invalid(path, 'expected a number in international form, such as "+6281234567890".')
  }
  return text
}

function ageAt(value: Plain | undefined, path: string): number {
  const age = integerAt(value, path, 'an age in whole years')
  if (age >= 0 && age <= oldestAge) return age
  throw invalid(path, `expected an age from 0 to ${oldestAge}.`)
}

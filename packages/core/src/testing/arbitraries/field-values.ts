import fc from 'fast-check'
import type { Catalogue } from '../../domain/segments/catalogue.ts'
import { comparableText } from '../../domain/segments/fields/comparable-text.ts'
import type { Field } from '../../domain/segments/fields/field.ts'
import type { FoundField } from '../../domain/segments/fields/find-field.ts'
import type { Scalar } from '../../domain/segments/predicate.ts'
import { compareCodePoints } from '../../domain/text/code-point-order.ts'
import {
  amounts,
  channels,
  counts,
  doubles,
  emails,
  phones,
  probabilities,
  products,
} from './pools.ts'
import type { ScenePools } from './scene-pools.ts'

/** Other spellings of texts in the pool. */
const spellings: readonly string[] = [
  'bandung',
  '  Bandung ',
  'SRI',
  'élodie',
  'E\u0301LODIE',
  'Strasse',
  'straße',
  'İZMİR',
  "o'brien",
  'A\\B',
  'b',
]

/** Values to compare a field with: those that data has, and their neighbours. */
export function valuesOf(
  { name, field }: FoundField,
  pools: ScenePools,
  catalogue: Catalogue,
): readonly Scalar[] {
  switch (field.type) {
    case 'text':
    case 'exactText':
      return textsOf(name, pools)
    case 'integer':
      return counts
    case 'money':
    case 'average':
      return amounts
    case 'number':
      return doubles
    case 'share':
      return probabilities.map((millionths) => millionths / 1_000_000)
    case 'localDate':
      return [...pools.birthDates, ...pools.dates]
    case 'age':
      return [0, 17, 18, 24, 25, 26, 33, 34, 35, 36, 150]
    case 'flag':
      return [true, false]
    case 'choice':
      return field.choices ?? []
    case 'reference':
      return catalogue.categories.map(({ id }) => id)
    default:
      return []
  }
}

function textsOf(name: string, { texts }: ScenePools): readonly string[] {
  switch (name) {
    case 'phone':
      return [...phones, '+62 812-3456-7890', '+6285']
    case 'whatsapp':
      return phones.map((phone) => phone.slice(1))
    case 'email':
      return [...emails, 'SRI@Example.com']
    case 'favouriteProducts':
      return [...products, 'kopi', 'elan']
    case 'preferredChannel':
      return [...channels, 'WhatsApp']
    default:
      return [...texts, ...spellings]
  }
}

/** A beginning, an end or any part of texts, of which something is left to compare. */
export function partsOf(
  field: Field,
  whole: fc.Arbitrary<string>,
  is: 'contains' | 'startsWith' | 'endsWith',
): fc.Arbitrary<string> {
  return fc.tuple(whole, fc.nat(7), fc.integer({ min: 1, max: 4 })).map(([text, start, length]) => {
    const points = Array.from(text)
    const from = is === 'startsWith' ? 0 : Math.min(start, points.length - 1)
    const to = is === 'endsWith' ? points.length : from + length
    const part = points.slice(from, to).join('')
    return comparableText(field.reads, part, 'part').trim() === '' ? text : part
  })
}

/** Two values, the lower first, as the check wants them. */
export function ascending(
  field: Field,
  [a, b]: readonly [Scalar, Scalar],
): readonly [Scalar, Scalar] {
  return isAbove(field, a, b) ? [b, a] : [a, b]
}

function isAbove({ reads, type }: Field, a: Scalar, b: Scalar): boolean {
  if (type !== 'text' || typeof a !== 'string' || typeof b !== 'string') return a > b
  return compareCodePoints(comparableText(reads, a, 'whole'), comparableText(reads, b, 'whole')) > 0
}

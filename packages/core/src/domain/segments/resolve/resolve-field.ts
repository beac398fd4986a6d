import type { Condition } from '../condition.ts'
import { isAttributeFieldName } from '../fields/attribute-field.ts'
import { comparableText } from '../fields/comparable-text.ts'
import type { Field } from '../fields/field.ts'
import { fields } from '../fields/fields.ts'
import type { Ago, FieldPredicate, Scalar } from '../predicate.ts'
import { isPeriod, numberOf, unchecked } from './checked.ts'
import type { Moment } from './moment.ts'
import { attribute, comparedPlace, type Place, type Stored, writtenPlace } from './places.ts'
import { resolveAverage } from './resolve-average.ts'
import { resolveInstant } from './resolve-instant.ts'
import { resolveRule } from './resolve-rule.ts'

/** A test of one field, with everything relative settled. */
export function resolveField(predicate: FieldPredicate, moment: Moment): Condition {
  const name = predicate.field
  if (isAttributeFieldName(name)) return resolveAttribute(predicate, name)
  const { reads, type }: Field = fields[name]
  if (reads.from === 'rule') return resolveRule(predicate, reads.rule, moment)
  if (reads.from === 'average') return resolveAverage(predicate, reads)
  if (type === 'share') return resolveValue(predicate, reads, comparedPlace(reads), partsPerMillion)
  if (type === 'instant') return resolveInstant(predicate, comparedPlace(reads), moment)
  return resolveValue(predicate, reads, comparedPlace(reads))
}

// The kind of value says which column of the attribute's rows holds it: numbers and flags have one,
// texts, dates and choices another.
function resolveAttribute(predicate: FieldPredicate, name: `attr.${string}`): Condition {
  const values: readonly unknown[] = predicate.is === 'missing' ? [] : [predicate.value].flat()
  const numeric = values.some((value) => typeof value === 'number' || typeof value === 'boolean')
  const place = attribute(name, numeric ? 'number' : 'textFold')
  return resolveValue(predicate, { from: 'attribute', field: name }, place)
}

/** A test of texts, numbers, dates, choices or ids. */
function resolveValue(
  predicate: FieldPredicate,
  reads: Stored,
  place: Place,
  cell: (value: Scalar | Ago) => string | number = (value) => cellOf(reads, value),
): Condition {
  switch (predicate.is) {
    case 'missing':
      return place({ is: 'missing' })
    case 'exactly':
      return writtenPlace(reads)({ is: '=', value: predicate.value })
    case 'contains':
    case 'startsWith':
    case 'endsWith':
      return place({ is: predicate.is, value: comparableText(reads, predicate.value, 'part') })
    case 'between': {
      const [low, high] = predicate.value
      return place({ is: 'between', low: cell(low), high: cell(high) })
    }
    case 'in':
      if (isPeriod(predicate.value)) throw unchecked('a list of values')
      return place({ is: 'in', values: [...new Set(predicate.value.map(cell))] })
    default:
      return place({ is: predicate.is, value: cell(predicate.value) })
  }
}

/** A share as columns hold it. It has six decimals at most, so rounding only undoes the binary point. */
function partsPerMillion(value: Scalar | Ago): number {
  return Math.round(numberOf(value) * 1_000_000)
}

/** A value as columns hold it. */
function cellOf(reads: Stored, value: Scalar | Ago): string | number {
  if (typeof value === 'string') return comparableText(reads, value, 'whole')
  return typeof value === 'boolean' ? Number(value) : numberOf(value)
}

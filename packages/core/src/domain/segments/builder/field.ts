import type { Comparison } from '../condition.ts'
import { isAttributeFieldName } from '../fields/attribute-field.ts'
import type { FieldName, FieldType, FieldTypes, KnownFieldName } from '../fields/field-types.ts'
import { fields } from '../fields/fields.ts'
import type { FieldPredicate, Scalar, TextPredicate } from '../predicate.ts'
import type { AttributeTests, TestsOf } from './tests.ts'
import { timeTests } from './time-tests.ts'

/**
 * Tests of a field, as methods that make plain JSON.
 *
 * @example
 * ```ts
 * const rich: Predicate = field('ltv').atLeast(5_000_000) // { field: 'ltv', is: '>=', value: 5000000 }
 * const recent: Predicate = field('lastPurchase').in({ last: { days: 7 } })
 * ```
 */
export function field<N extends KnownFieldName>(name: N): TestsOf<FieldTypes[N]>
export function field(name: `attr.${string}`): AttributeTests
export function field(name: FieldName): object {
  return isAttributeFieldName(name) ? valueTests(name) : testsByType[fields[name].type](name)
}

const testsByType: { readonly [T in FieldType]: (name: FieldName) => TestsOf<T> } = {
  text: valueTests,
  exactText: valueTests,
  integer: valueTests,
  money: valueTests,
  average: valueTests,
  number: valueTests,
  share: valueTests,
  age: valueTests,
  flag: valueTests,
  choice: valueTests,
  reference: valueTests,
  localDate: dateTests,
  instant: instantTests,
  anniversary: instantTests,
}

type Value = Exclude<Scalar, boolean>

function valueTests(name: FieldName) {
  const compare =
    (is: Comparison) =>
    (value: Value): FieldPredicate => ({ field: name, is, value })
  const text =
    (is: TextPredicate['is']) =>
    (value: string): FieldPredicate => ({
      field: name,
      is,
      value,
    })
  return {
    is: (value: Scalar): FieldPredicate => ({ field: name, is: '=', value }),
    in: (value: readonly Scalar[]): FieldPredicate => ({ field: name, is: 'in', value }),
    atLeast: compare('>='),
    atMost: compare('<='),
    moreThan: compare('>'),
    lessThan: compare('<'),
    between: (low: Value, high: Value): FieldPredicate => ({
      field: name,
      is: 'between',
      value: [low, high],
    }),
    contains: text('contains'),
    startsWith: text('startsWith'),
    endsWith: text('endsWith'),
    exactly: text('exactly'),
    isMissing: (): FieldPredicate => ({ field: name, is: 'missing' }),
  }
}

function dateTests(name: FieldName): TestsOf<'localDate'> {
  const {
    is,
    in: oneOf,
    between,
    lessThan,
    moreThan,
    atLeast,
    atMost,
    isMissing,
  } = valueTests(name)
  return {
    on: is,
    in: oneOf,
    before: lessThan,
    after: moreThan,
    since: atLeast,
    until: atMost,
    between,
    isMissing,
  }
}

function instantTests(name: FieldName): TestsOf<'instant'> {
  return {
    ...timeTests((test): FieldPredicate => ({ field: name, ...test })),
    isMissing: () => ({ field: name, is: 'missing' }),
  }
}

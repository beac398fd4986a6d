import fc from 'fast-check'
import type { Catalogue } from '../../domain/segments/catalogue.ts'
import { type FoundField, fieldNames, findField } from '../../domain/segments/fields/find-field.ts'
import { operatorsOf } from '../../domain/segments/fields/operators.ts'
import type { FieldPredicate, Operator, Scalar } from '../../domain/segments/predicate.ts'
import { oneOf, someOf } from './draw.ts'
import { ascending, partsOf, valuesOf } from './field-values.ts'
import type { ScenePools } from './scene-pools.ts'
import { arbitraryBirthdays, arbitraryTimeTest } from './times.ts'

/** A test of any of these fields, by any operator that it takes; of all that the shop has by default. */
export function arbitraryFieldPredicate(
  pools: ScenePools,
  catalogue: Catalogue,
  names: readonly string[] = fieldNames(catalogue),
): fc.Arbitrary<FieldPredicate> {
  const found = names.map((name) => findField(name, catalogue)).filter((each) => each !== undefined)
  return fc.oneof(...found.map((each) => testsOf(each, pools, catalogue)))
}

function testsOf(
  found: FoundField,
  pools: ScenePools,
  catalogue: Catalogue,
): fc.Arbitrary<FieldPredicate> {
  const values = valuesOf(found, pools, catalogue)
  return fc.oneof(...operatorsOf(found.field).map((is) => testBy(found, is, values, pools)))
}

function testBy(
  { name, field }: FoundField,
  is: Operator,
  values: readonly Scalar[],
  pools: ScenePools,
): fc.Arbitrary<FieldPredicate> {
  if (is === 'missing') return fc.constant({ field: name, is })
  if (field.type === 'anniversary') {
    return arbitraryBirthdays(pools).map((value) => ({ field: name, is: 'in', value }))
  }
  if (field.type === 'instant') {
    return arbitraryTimeTest(pools).map((test) => ({ field: name, ...test }))
  }
  const value = oneOf(values)
  switch (is) {
    case 'in':
      return someOf(values, 6).map((list) => ({ field: name, is, value: [...new Set(list)] }))
    case 'between':
      return fc
        .tuple(value, value)
        .map((bounds) => ({ field: name, is, value: ascending(field, bounds) }))
    case 'contains':
    case 'startsWith':
    case 'endsWith':
      return partsOf(field, value.map(String), is).map((part) => ({ field: name, is, value: part }))
    case 'exactly':
      return value.map((text) => ({ field: name, is, value: String(text) }))
    default:
      return value.map((one) => ({ field: name, is, value: one }))
  }
}

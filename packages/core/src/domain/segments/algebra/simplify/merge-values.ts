import { isAttributeFieldName } from '../../fields/attribute-field.ts'
import type { FieldName } from '../../fields/field-types.ts'
import { fields } from '../../fields/fields.ts'
import { operatorsOf } from '../../fields/operators.ts'
import { limits } from '../../limits.ts'
import type { Predicate, Scalar } from '../../predicate.ts'
import { isAgo, isPeriod } from '../../resolve/checked.ts'

/** Of parts any of which is enough, values of one field in one list: `city = "a" or city = "b"`. */
export function mergeValues(parts: readonly Predicate[]): readonly Predicate[] {
  const lists = new Map<FieldName, Set<Scalar>>()
  for (const part of parts) {
    const named = valuesIn(part)
    if (named === undefined) continue
    const list = lists.get(named.field) ?? new Set()
    for (const value of named.values) list.add(value)
    lists.set(named.field, list)
  }
  const placed = new Set<FieldName>()
  return parts.flatMap((part) => {
    const named = valuesIn(part)
    const values = named && lists.get(named.field)
    if (named === undefined || values === undefined) return [part]
    if (values.size === named.values.length || values.size > mostValues(named.field)) return [part]
    if (placed.has(named.field)) return []
    placed.add(named.field)
    return [{ field: named.field, is: 'in', value: [...values] }]
  })
}

interface Named {
  readonly field: FieldName
  readonly values: readonly Scalar[]
}

/** The values that a test of one field names, if lists of them may be asked for. */
function valuesIn(part: Predicate): Named | undefined {
  if (!('field' in part) || !takesLists(part.field)) return undefined
  if (part.is === 'in')
    return isPeriod(part.value) ? undefined : { field: part.field, values: part.value }
  if (part.is !== '=' || isAgo(part.value) || typeof part.value === 'object') return undefined
  return { field: part.field, values: [part.value] }
}

/** Of declared attributes it is not known here what type they have. */
function takesLists(field: FieldName): boolean {
  if (isAttributeFieldName(field)) return false
  const known = fields[field]
  return (
    known.type !== 'instant' && known.type !== 'anniversary' && operatorsOf(known).includes('in')
  )
}

const mostAges = 20

function mostValues(field: FieldName): number {
  return field === 'age' ? mostAges : limits.listValues
}

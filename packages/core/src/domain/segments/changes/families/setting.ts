import { isLocalDate } from '../../../time/local-date.ts'
import { localDate } from '../../../time/zone.ts'
import { type CustomerView, loaded } from '../../customer-view.ts'
import { attributeFieldName, isAttributeFieldName } from '../../fields/attribute-field.ts'
import type { FieldName } from '../../fields/field-types.ts'
import type { FieldPredicate, LeafPredicate } from '../../predicate.ts'
import type { SetAction, SetValue } from '../action.ts'
import type { ChangeMoment } from '../changeable-view.ts'
import { isListField, settableFields } from '../settable.ts'
import { datesFor } from './dates.ts'
import { isTaken } from './satisfying.ts'
import { numbersFor, textsFor } from './values.ts'

/** What fields may be set to that leaves ask about, by field: to nothing first, then to values that tests name. */
export function settingsIn(
  leaves: readonly LeafPredicate[],
  view: CustomerView,
  moment: ChangeMoment,
): readonly (readonly SetAction[])[] {
  const byField = new Map<FieldName, Map<string, SetAction>>()
  for (const leaf of leaves) {
    if (!('field' in leaf)) continue
    const field = isAttributeFieldName(leaf.field) ? leaf.field : settableFields.get(leaf.field)
    if (field === undefined) continue
    const actions = byField.get(field) ?? new Map<string, SetAction>()
    byField.set(field, actions)
    for (const action of settingsFor(field, leaf, view, moment)) {
      const key = JSON.stringify(action.value)
      if (!actions.has(key)) actions.set(key, action)
    }
  }
  return [...byField.values()].map((actions) => [...actions.values()])
}

function settingsFor(
  field: FieldName,
  leaf: FieldPredicate,
  view: CustomerView,
  moment: ChangeMoment,
): readonly SetAction[] {
  return [...emptied(field), ...valuesFor(field, leaf, moment)].flatMap((given) => {
    const value = isListField(field) ? added(given, field, view) : given
    if (typeof value === 'object' && value !== null && value.length > mostValues) return []
    const isExample = given === example || (leaf.is === 'missing' && given !== null)
    return [{ kind: 'set', field, value, isExample }]
  })
}

/** So many values a field holds at most. */
const mostValues = 100

/** A name alone cannot be taken away. */
function emptied(field: FieldName): readonly null[] {
  return field === 'name' ? [] : [null]
}

/** What the customer has, and one value more. */
function added(value: SetValue, field: FieldName, view: CustomerView): SetValue {
  if (value === null) return null
  const known = loaded(view, 'attributes').flatMap((row) =>
    row.field === field && row.text !== null ? [row.text] : [],
  )
  return [...known, String(value)]
}

const longestTexts: Readonly<Record<string, number>> = { preferredChannel: 50 }

function valuesFor(
  field: FieldName,
  leaf: FieldPredicate,
  moment: ChangeMoment,
): readonly (string | number | boolean)[] {
  if (isAttributeFieldName(field)) return valuesOfAttribute(field, leaf, moment)
  if (field === 'birthDate') return datesFor(leaf, moment)
  if (field === 'gender') return ['female', 'male', 'other']
  // Only ids that are asked about are known.
  if (field === 'category') return textsFor(leaf).filter((id) => id !== example)
  const longest = longestTexts[field] ?? 200
  return [...textsFor(leaf), example].filter((text) => isTaken(text, longest))
}

const example = '-'

function valuesOfAttribute(
  field: FieldName,
  leaf: FieldPredicate,
  { attributes, now, timeZone }: ChangeMoment,
): readonly (string | number | boolean)[] {
  const declared = attributes.find(({ name }) => attributeFieldName(name) === field)
  switch (declared?.type) {
    case undefined:
      return []
    case 'text':
      return [...textsFor(leaf), example].filter((text) => isTaken(text, 2_000))
    case 'choice':
      return declared.choices
    case 'boolean':
      return [true, false]
    case 'number':
      return numbersFor(leaf)
    case 'date':
      return [...textsFor(leaf), localDate(now, timeZone)].filter(isLocalDate)
  }
}

import { isLocalDate } from '../../../time/local-date.ts'
import { localDate } from '../../../time/zone.ts'
import type { CustomerView } from '../../customer-view.ts'
import { attributeFieldName, isAttributeFieldName } from '../../fields/attribute-field.ts'
import type { FieldName } from '../../fields/field-types.ts'
import { fields } from '../../fields/fields.ts'
import type { FieldPredicate, LeafPredicate } from '../../predicate.ts'
import type { SetAction } from '../action.ts'
import type { ChangeMoment } from '../changeable-view.ts'
import { isListField, settableFields } from '../settable.ts'
import { datesFor } from './dates.ts'
import { listSettings } from './listing.ts'
import { isTaken } from './satisfying.ts'
import { joinedTexts, numbersFor, textsFor } from './values.ts'

/** What fields may be set to that leaves ask about, by field: to nothing first, then to values that tests name. */
export function settingsIn(
  leaves: readonly LeafPredicate[],
  view: CustomerView,
  moment: ChangeMoment,
): readonly (readonly SetAction[])[] {
  return [...leavesByField(leaves)].map(([field, asking]) => {
    const given = [
      ...asking.flatMap((leaf) => settingsFor(field, leaf, moment)),
      ...joinedSettings(field, asking, moment),
    ]
    const actions = isListField(field)
      ? listSettings(field, asking, given, { view, moment })
      : [...emptied(field), ...given]
    return [...new Map(actions.map((action) => [JSON.stringify(action.value), action])).values()]
  })
}

function leavesByField(leaves: readonly LeafPredicate[]): Map<FieldName, FieldPredicate[]> {
  const byField = new Map<FieldName, FieldPredicate[]>()
  for (const leaf of leaves) {
    if (!('field' in leaf)) continue
    const field = isAttributeFieldName(leaf.field) ? leaf.field : settableFields.get(leaf.field)
    if (field !== undefined) byField.set(field, [...(byField.get(field) ?? []), leaf])
  }
  return byField
}

function settingsFor(
  field: FieldName,
  leaf: FieldPredicate,
  moment: ChangeMoment,
): readonly SetAction[] {
  return valuesFor(field, leaf, moment).map((value) => ({
    kind: 'set',
    field,
    value,
    isExample: value === example || leaf.is === 'missing',
  }))
}

/** Texts that pass several tests at once, where any text will be taken. */
function joinedSettings(
  field: FieldName,
  asking: readonly FieldPredicate[],
  { attributes }: ChangeMoment,
): readonly SetAction[] {
  const type = isAttributeFieldName(field)
    ? declaredAs(field, attributes)?.type
    : fields[field].type
  if (type !== 'text' && type !== 'exactText') return []
  return joinedTexts(asking)
    .filter((text) => isTaken(text, longestOf(field)))
    .map((value) => ({ kind: 'set', field, value, isExample: false }))
}

/** A name alone cannot be taken away. */
function emptied(field: FieldName): readonly SetAction[] {
  return field === 'name' ? [] : [{ kind: 'set', field, value: null, isExample: false }]
}

function longestOf(field: FieldName): number {
  if (isAttributeFieldName(field)) return 2_000
  return field === 'preferredChannel' ? 50 : 200
}

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
  return [...textsFor(leaf), example].filter((text) => isTaken(text, longestOf(field)))
}

const example = '-'

function valuesOfAttribute(
  field: FieldName,
  leaf: FieldPredicate,
  { attributes, now, timeZone }: ChangeMoment,
): readonly (string | number | boolean)[] {
  const declared = declaredAs(field, attributes)
  switch (declared?.type) {
    case undefined:
      return []
    case 'text':
      return [...textsFor(leaf), example].filter((text) => isTaken(text, longestOf(field)))
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

function declaredAs(
  field: FieldName,
  attributes: ChangeMoment['attributes'],
): ChangeMoment['attributes'][number] | undefined {
  return attributes.find(({ name }) => attributeFieldName(name) === field)
}

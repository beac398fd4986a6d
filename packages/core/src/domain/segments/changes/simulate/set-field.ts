import type { Draft } from '../../../change/draft.ts'
import type { AttributeValue } from '../../../customers/attributes.ts'
import { replaceAttribute } from '../../../customers/edit-attributes.ts'
import { editProfile } from '../../../customers/edit-profile.ts'
import { loaded } from '../../customer-view.ts'
import { isAttributeFieldName } from '../../fields/attribute-field.ts'
import type { SetAction, SetValue } from '../action.ts'
import type { ChangeableView } from '../changeable-view.ts'
import { isListField } from '../settable.ts'

/** Edits one field of a customer. */
export function setField(into: Draft, { field, value }: SetAction, view: ChangeableView): void {
  const { customer: row, facts } = view
  if (isAttributeFieldName(field) || isListField(field)) {
    const known = { row, attributes: loaded(view, 'attributes') }
    replaceAttribute(into, known, new Map([[field, valuesOf(value)]]), field)
    return
  }
  const column = field === 'category' ? 'categoryId' : field
  editProfile(into, { row, facts }, { [column]: value })
}

function valuesOf(value: SetValue): readonly AttributeValue[] {
  if (value === null) return []
  return typeof value === 'object' ? value : [value]
}

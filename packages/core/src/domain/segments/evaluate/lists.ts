import type { AttributeRow } from '../../customers/rows.ts'
import { hasWhatsApp } from '../../interactions/window.ts'
import type {
  AttributeCondition,
  IdentityCondition,
  MemberCondition,
  WindowCondition,
} from '../condition.ts'
import { loaded } from '../customer-view.ts'
import type { Value } from './column-reader.ts'
import type { Judge } from './judge.ts'
import { compileValueTest } from './value-test.ts'

/** Judges the identities of one kind: any passes, or none is there. */
export function judgeIdentity(condition: IdentityCondition): Judge {
  const { kind, column, test } = condition
  if (test.is === 'missing') {
    return (view) => !loaded(view, 'identities').some((identity) => identity.kind === kind)
  }
  const passes = compileValueTest(test)
  return (view) =>
    loaded(view, 'identities').some(
      (identity) => identity.kind === kind && passes(identity[column]),
    )
}

/** Judges the values of one multi-valued or custom field: any passes, or none is there. */
export function judgeAttribute(condition: AttributeCondition): Judge {
  const { field, test } = condition
  if (test.is === 'missing') {
    return (view) => !loaded(view, 'attributes').some((attribute) => attribute.field === field)
  }
  const read = attributeColumns[condition.column]
  const passes = compileValueTest(test)
  return (view) =>
    loaded(view, 'attributes').some(
      (attribute) => attribute.field === field && passes(read(attribute)),
    )
}

const attributeColumns: Readonly<
  Record<AttributeCondition['column'], (row: AttributeRow) => Value>
> = {
  text: (row) => row.text,
  textFold: (row) => row.textFold,
  number: (row) => row.number,
}

/** Whether WhatsApp could reach the customer. */
export const judgeReachable: Judge = (view) => hasWhatsApp(loaded(view, 'identities'))

export function judgeWindow(condition: WindowCondition): Judge {
  const { businessNumber, closesAfter } = condition
  const closesUpTo = condition.closesUpTo ?? Infinity
  return (view) =>
    loaded(view, 'windows').some(
      (window) =>
        window.closesAt > closesAfter &&
        window.closesAt <= closesUpTo &&
        (businessNumber === null || window.businessNumber === businessNumber),
    )
}

export function judgeMember(condition: MemberCondition): Judge {
  const { id } = condition
  const list = condition.of === 'group' ? 'groups' : 'tags'
  return (view) => loaded(view, list).includes(id)
}

import type { RowChanges } from '../../../change/change.ts'
import type { Keys, Rows, TableName } from '../../../change/rows.ts'
import type { CustomerLists } from '../../customer-view.ts'
import type { ChangeableView } from '../changeable-view.ts'

/** A customer once a change is written. Lists that the view does not hold stay unknown. */
export function viewAfter(view: ChangeableView, change: RowChanges): ChangeableView {
  const { put, insert } = change
  const tagMembers = rowsAfter(view.tagMembers, change, 'tagMembers', (row) => [
    row.tagId,
    row.customerId,
  ])
  return {
    ...view,
    customer: put.customers?.at(-1) ?? view.customer,
    facts: put.facts?.at(-1) ?? view.facts,
    tagMembers,
    tags: tagMembers.map(({ tagId }) => tagId),
    invoices: rowsAfter(view.invoices, change, 'transactions', ({ id }) => [id]),
    labelEvents: [...view.labelEvents, ...(insert.labelEvents ?? [])],
    consentEvents: [...view.consentEvents, ...(insert.consentEvents ?? [])],
    ...eventsAfter(view, change),
    ...listsAfter(view, change),
    ...recordedAfter(view, change),
  }
}

/** Those of which a view holds no more than criteria read. */
type Lists = Omit<CustomerLists, 'invoices'>

function eventsAfter(view: ChangeableView, { insert }: RowChanges): Partial<Lists> {
  const { purchases, payments, interactions } = view
  return {
    ...(purchases && { purchases: [...purchases, ...(insert.lines ?? [])] }),
    ...(payments && { payments: [...payments, ...(insert.payments ?? [])] }),
    ...(interactions && { interactions: [...interactions, ...(insert.interactions ?? [])] }),
  }
}

function listsAfter(view: ChangeableView, change: RowChanges): Partial<Lists> {
  const { identities, attributes, windows, groups } = view
  return {
    ...(groups && { groups: groupsAfter(groups, change) }),
    ...(identities && {
      identities: rowsAfter(identities, change, 'identities', (row) => [row.kind, row.value]),
    }),
    ...(attributes && {
      attributes: rowsAfter(attributes, change, 'attributes', (row) => [
        row.customerId,
        row.field,
        row.position,
      ]),
    }),
    ...(windows && {
      windows: rowsAfter(windows, change, 'windows', (row) => [row.customerId, row.businessNumber]),
    }),
  }
}

function recordedAfter(view: ChangeableView, change: RowChanges): Partial<Lists> {
  const { labels, consents } = view
  return {
    ...(labels && {
      labels: rowsAfter(labels, change, 'labelSpans', (row) => [
        row.customerId,
        row.labelId,
        row.at,
      ]),
    }),
    ...(consents && {
      consents: rowsAfter(consents, change, 'consents', (row) => [
        row.customerId,
        row.purpose,
        row.channel,
      ]),
    }),
  }
}

function rowsAfter<T extends TableName>(
  rows: readonly Rows[T][],
  { insert, put, remove }: RowChanges,
  table: T,
  keyOf: (row: Rows[T]) => Keys[T],
): readonly Rows[T][] {
  const added: readonly Rows[T][] = insert[table] ?? []
  const written: readonly Rows[T][] = put[table] ?? []
  const removed: readonly Keys[T][] = remove[table] ?? []
  if (added.length + written.length + removed.length === 0) return rows
  const replaced = new Map(written.map((row) => [JSON.stringify(keyOf(row)), row]))
  const gone = new Set(removed.map((key) => JSON.stringify(key)))
  const kept = rows.filter((row) => {
    const key = JSON.stringify(keyOf(row))
    return !replaced.has(key) && !gone.has(key)
  })
  return [...kept, ...replaced.values(), ...added]
}

function groupsAfter(groups: readonly string[], { insert, remove }: RowChanges): readonly string[] {
  const left = new Set((remove.groupMembers ?? []).map(([groupId]) => groupId))
  const joined = (insert.groupMembers ?? []).map(({ groupId }) => groupId)
  return [...groups.filter((id) => !left.has(id)), ...joined]
}

import type { CustomerRow } from '../../domain/customers/rows.ts'
import { atPlace } from '../../domain/error/at-place.ts'
import type { GroupRow } from '../../domain/groups/rows.ts'
import type { Condition } from '../../domain/segments/condition.ts'
import type { TagRow } from '../../domain/tags/rows.ts'
import type { FactsRow } from '../../domain/value/rows.ts'
import type { CustomerSort, SortDirection } from '../../domain/views/rows.ts'
import type { Sort } from '../../ports/storage/storage.ts'
import { grouped } from '../grouped.ts'
import type { ListCustomersInput } from '../input/customer.ts'
import { named } from '../named.ts'
import { scanAll } from '../scan-all.ts'
import { conditionAt, conditionOf } from '../segments/stored-predicate.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { type View, viewOf } from '../views/view.ts'
import type { CustomerColumnName } from './columns.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { dateOf } from './customer.ts'
import type { CustomerListRow, Named } from './list-row.ts'
import { showCustomers } from './load-customers.ts'

/** Part of a list. `next` continues it and is null at its end. */
export interface Page<T> {
  readonly rows: readonly T[]
  readonly next: string | null
}

/** A page of a list, and which columns the view that it shows has chosen. */
export interface CustomerPage extends Page<CustomerListRow> {
  /** Null without a view, and where the view chooses none. */
  readonly columns: readonly CustomerColumnName[] | null
}

const sorts: Readonly<Record<CustomerSort, Sort>> = {
  name: { column: { table: 'customers', column: 'nameFold' }, direction: 'ascending' },
  totalSpent: { column: { table: 'facts', column: 'ltv' }, direction: 'descending' },
  lastActivity: { column: { table: 'facts', column: 'lastActivityAt' }, direction: 'descending' },
  added: { column: { table: 'customers', column: 'addedAt' }, direction: 'descending' },
  balance: { column: { table: 'facts', column: 'balance' }, direction: 'descending' },
}

export async function listCustomers(
  unit: UnitOfWork,
  { view: reference, where, sort, direction, limit = 50, after }: ListCustomersInput,
): Promise<CustomerPage> {
  const view = reference === undefined ? undefined : viewOf(await named(unit, 'views', reference))
  const of = [
    ...(view === undefined ? [] : [await conditionAt(unit, view.where)]),
    ...(where === undefined ? [] : [await atPlace('where', () => conditionOf(unit, where))]),
  ]
  const [only = everybody] = of
  const page = await pageOf(unit, of.length > 1 ? { op: 'all', of } : only, {
    ...orderOf({ sort, direction }, view),
    limit,
    after,
  })
  return { ...page, columns: view?.columns ?? null }
}

const everybody: Condition = { op: 'all', of: [] }

/** What is asked for goes before what the view says; the view's direction is that of its own sort. */
function orderOf(
  { sort, direction }: Pick<ListCustomersInput, 'sort' | 'direction'>,
  view: View | undefined,
): { by: CustomerSort | undefined; direction: SortDirection | undefined } {
  const by = sort ?? view?.sort ?? undefined
  const own = by === view?.sort ? view?.direction : undefined
  return { by, direction: direction ?? own ?? undefined }
}

/** A page of the customers that satisfy a condition. */
export async function pageOf(
  unit: UnitOfWork,
  where: Condition,
  {
    by,
    direction,
    limit,
    after,
  }: {
    by?: CustomerSort | undefined
    direction?: SortDirection | undefined
    limit: number
    after?: string | undefined
  },
): Promise<Page<CustomerListRow>> {
  const base = by === undefined ? undefined : sorts[by]
  const sort = base === undefined ? undefined : { ...base, direction: direction ?? base.direction }
  const list = `${by ?? 'id'} ${sort?.direction ?? 'ascending'}`
  const members = await unit.tx.members({
    where,
    ...(sort === undefined ? {} : { sort }),
    ...(after === undefined ? {} : { after: readCursor(list, after) }),
    limit: limit + 1,
  })
  const shown = members.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: await listRows(
      unit,
      shown.map(({ id }) => id),
    ),
    next: members.length > limit && last !== undefined ? writeCursor(list, last) : null,
  }
}

/** List rows of these customers, in the same order. */
async function listRows(unit: UnitOfWork, ids: readonly string[]): Promise<CustomerListRow[]> {
  const { tx } = unit
  const keys = ids.map((id) => [id] as const)
  const rows = byId(await tx.get('customers', keys), (row: CustomerRow) => row.id)
  const facts = byId(await tx.get('facts', keys), (row: FactsRow) => row.customerId)
  const inGroups = grouped(await tx.find('groupMembers', 'byCustomer', keys))
  const withTags = grouped(await tx.find('tagMembers', 'byCustomer', keys))
  const groups = byId(
    inGroups.size === 0 ? [] : await scanAll(tx, 'groups'),
    (row: GroupRow) => row.id,
  )
  const tags = byId(withTags.size === 0 ? [] : await scanAll(tx, 'tags'), (row: TagRow) => row.id)
  const ordered = ids.flatMap((id) => rows.get(id) ?? [])
  const customers = await showCustomers(unit, ordered)
  return customers.flatMap((customer) => {
    const known = facts.get(customer.id)
    if (known === undefined) return []
    return [
      {
        ...customer,
        groups: (inGroups.get(customer.id) ?? []).flatMap(({ groupId }) =>
          namedOf(groups.get(groupId)),
        ),
        tags: (withTags.get(customer.id) ?? []).flatMap(({ tagId }) => namedOf(tags.get(tagId))),
        firstContactAt: dateOf(known.firstContactAt),
        lastActivityAt: dateOf(known.lastActivityAt),
        active: known.windowClosesAt !== null && unit.stamp.now < known.windowClosesAt,
        productive: known.paidOrders > 0,
        orders: known.orders,
        ltv: known.ltv,
        balance: known.balance,
      },
    ]
  })
}

function byId<R>(rows: readonly R[], idOf: (row: R) => string): Map<string, R> {
  return new Map(rows.map((row) => [idOf(row), row]))
}

function namedOf(row: Named | undefined): Named[] {
  return row === undefined ? [] : [{ id: row.id, name: row.name }]
}

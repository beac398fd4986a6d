import type { Cell } from '../domain/change/rows.ts'
import { compileCondition } from '../domain/segments/compile-condition.ts'
import type { Condition } from '../domain/segments/condition.ts'
import type { CustomerView } from '../domain/segments/customer-view.ts'
import { compareCodePoints } from '../domain/text/code-point-order.ts'
import type { Member, MembersQuestion, Sort } from '../ports/storage/storage.ts'
import { compareCells } from './compare-cells.ts'
import type { MemoryShop } from './memory-shop.ts'

/** Judges every customer by the domain's own evaluator, then sorts and cuts. */
export function findMembers(shop: MemoryShop, question: MembersQuestion): readonly Member[] {
  const { where, among, sort, after, limit } = question
  const holds = compileCondition(where)
  const chosen = among === undefined ? undefined : new Set(among)
  const order = memberOrder(sort)
  return views(shop)
    .filter((view) => chosen === undefined || chosen.has(view.customer.id))
    .filter(holds)
    .map((view): Member => ({ id: view.customer.id, value: sortValue(view, sort) }))
    .filter((member) => after === undefined || order(member, after) > 0)
    .sort(order)
    .slice(0, limit)
}

export function countMembers(shop: MemoryShop, where: Condition): number {
  return views(shop).filter(compileCondition(where)).length
}

function views(shop: MemoryShop): CustomerView[] {
  return [...shop.store('customers').all()].flatMap((customer) => {
    const facts = shop.store('facts').get([customer.id])
    return facts === undefined ? [] : [viewOf(shop, customer, facts)]
  })
}

function viewOf(
  shop: MemoryShop,
  customer: CustomerView['customer'],
  facts: CustomerView['facts'],
): CustomerView {
  const of = [customer.id]
  return {
    customer,
    facts,
    // Lists are found when a criterion asks for them.
    get identities() {
      return shop.store('identities').find('byCustomer', of)
    },
    get attributes() {
      return shop.store('attributes').find('key', of)
    },
    get windows() {
      return shop.store('windows').find('key', of)
    },
    get groups() {
      return shop
        .store('groupMembers')
        .find('byCustomer', of)
        .map((row) => row.groupId)
    },
    get tags() {
      return shop
        .store('tagMembers')
        .find('byCustomer', of)
        .map((row) => row.tagId)
    },
    get purchases() {
      return shop
        .store('lines')
        .find('byCustomer', of)
        .filter((line) => line.stands === 1)
    },
    get payments() {
      return shop.store('payments').find('byCustomer', of)
    },
    get interactions() {
      return shop.store('interactions').find('byCustomer', of)
    },
    get labels() {
      return shop.store('labelSpans').find('key', of)
    },
    get consents() {
      return shop.store('consents').find('key', of)
    },
    get scores() {
      return shop.store('scores').find('key', of)
    },
    get memberships() {
      return shop.store('segmentMembers').find('byCustomer', of)
    },
    get invoices() {
      return shop.store('transactions').find('byOverdue', of)
    },
  }
}

function sortValue(view: CustomerView, sort: Sort | undefined): Cell {
  if (sort === undefined) return view.customer.id
  return sort.column.table === 'facts'
    ? view.facts[sort.column.column]
    : view.customer[sort.column.column]
}

/** Missing values last in both directions, ties by id. */
function memberOrder(sort: Sort | undefined): (a: Member, b: Member) => number {
  if (sort === undefined) return (a, b) => compareCodePoints(a.id, b.id)
  const sign = sort.direction === 'ascending' ? 1 : -1
  return (a, b) => {
    if (a.value === null || b.value === null) {
      const missingLast = Number(a.value === null) - Number(b.value === null)
      return missingLast || compareCodePoints(a.id, b.id)
    }
    return sign * compareCells(a.value, b.value) || compareCodePoints(a.id, b.id)
  }
}

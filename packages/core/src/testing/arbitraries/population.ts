import fc from 'fast-check'
import type { RowChanges } from '../../domain/change/change.ts'
import type { Catalogue } from '../../domain/segments/catalogue.ts'
import type { CustomerView } from '../../domain/segments/customer-view.ts'
import { arbitraryCustomer, type CustomerAndFacts } from './customer-rows.ts'
import { arbitraryLists, type ListRows } from './list-rows.ts'
import { arbitraryRecorded, type RecordedRows } from './recorded-rows.ts'
import { type CustomerRows, rowsOfCustomer } from './rows-of-customer.ts'
import type { ScenePools } from './scene-pools.ts'

/** The customers of a shop: what to write, and what criteria see of each that is left. */
export interface Population {
  /** To be applied one after the other. */
  readonly writes: readonly RowChanges[]
  readonly views: readonly CustomerView[]
}

/**
 * Up to some dozens of customers. One or two are deleted again while rows of their lists stay
 * behind, and some rows were first written for another customer, as after a merge.
 */
export function arbitraryPopulation(
  pools: ScenePools,
  catalogue: Catalogue,
): fc.Arbitrary<Population> {
  const person: fc.Arbitrary<Person> = fc.record({
    own: arbitraryCustomer(pools, catalogue),
    lists: arbitraryLists(pools, catalogue),
    recorded: arbitraryRecorded(pools, catalogue),
    isDeleted: fc.nat(15).map((n) => n === 15),
  })
  return fc.array(person, { minLength: 1, maxLength: 24, size: 'max' }).map(populationOf)
}

/**
 * What criteria see of one customer, with values of the pools from which `arbitraryPredicate`
 * draws those it asks about: so predicates do match.
 */
export function arbitraryView(pools: ScenePools, catalogue: Catalogue): fc.Arbitrary<CustomerView> {
  const id = idOf(0)
  return fc
    .record({
      own: arbitraryCustomer(pools, catalogue),
      lists: arbitraryLists(pools, catalogue),
      recorded: arbitraryRecorded(pools, catalogue),
    })
    .map(({ own, lists, recorded }) => {
      const place = { id, originId: id, taken: new Set<string>() }
      return rowsOfCustomer(own, { ...lists, recorded }, place).view
    })
}

interface Person {
  readonly own: CustomerAndFacts
  readonly lists: ListRows
  readonly recorded: RecordedRows
  readonly isDeleted: boolean
}

function populationOf(people: readonly Person[]): Population {
  const taken = new Set<string>()
  const all = people.map(({ own, lists, recorded, isDeleted }, i) => {
    const id = idOf(i)
    const originId = i % 5 === 4 ? idOf(i - 1) : id
    return {
      ...rowsOfCustomer(own, { ...lists, recorded }, { id, originId, taken }),
      id,
      isDeleted,
    }
  })
  const keys = all.filter(({ isDeleted }) => isDeleted).map(({ id }) => [id] as const)
  const nothing = { insert: {}, put: {}, remove: {} }
  return {
    writes: [
      { ...nothing, insert: together(all.map(({ rows }) => rows)) },
      { ...nothing, remove: { customers: keys, facts: keys } },
    ],
    views: all.filter(({ isDeleted }) => !isDeleted).map(({ view }) => view),
  }
}

function together(each: readonly CustomerRows[]): CustomerRows {
  return {
    customers: each.flatMap((rows) => rows.customers),
    facts: each.flatMap((rows) => rows.facts),
    identities: each.flatMap((rows) => rows.identities),
    attributes: each.flatMap((rows) => rows.attributes),
    windows: each.flatMap((rows) => rows.windows),
    groupMembers: each.flatMap((rows) => rows.groupMembers),
    tagMembers: each.flatMap((rows) => rows.tagMembers),
    lines: each.flatMap((rows) => rows.lines),
    payments: each.flatMap((rows) => rows.payments),
    interactions: each.flatMap((rows) => rows.interactions),
    labelSpans: each.flatMap((rows) => rows.labelSpans),
    consents: each.flatMap((rows) => rows.consents),
    scores: each.flatMap((rows) => rows.scores),
    segmentMembers: each.flatMap((rows) => rows.segmentMembers),
    transactions: each.flatMap((rows) => rows.transactions),
  }
}

/** Ids whose order is not that of writing. */
function idOf(i: number): string {
  return `customer-${String((i * 37) % 101).padStart(3, '0')}`
}

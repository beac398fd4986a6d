import { type KeptState, keptState } from '../../domain/kept/kept-state.ts'
import type { KeptPlan } from '../../domain/kept/plan.ts'
import type { CustomerView } from '../../domain/segments/customer-view.ts'
import type { TagMemberRow } from '../../domain/tags/rows.ts'
import { grouped } from '../grouped.ts'
import { loadViews } from '../segments/load-views.ts'
import type { UnitOfWork } from '../unit-of-work.ts'

/** A customer with all that is kept, and the tags as they are stored. */
export interface StoredState {
  readonly state: KeptState
  readonly tags: readonly TagMemberRow[]
}

/** These customers by id, in the order given; those that are no more are left out. */
export async function loadStates(
  unit: UnitOfWork,
  { lists }: KeptPlan,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, StoredState>> {
  const keys = customerIds.map((id) => [id])
  const members = grouped(await unit.tx.find('tagMembers', 'byCustomer', keys))
  const others = lists.filter((list) => list !== 'tags')
  const views = new Map(
    (await loadViews(unit, customerIds, others)).map((view) => [view.customer.id, view]),
  )
  return new Map(
    customerIds.flatMap((id) => {
      const view = views.get(id)
      return view === undefined ? [] : [[id, stateOf(view, members.get(id) ?? [])] as const]
    }),
  )
}

function stateOf(view: CustomerView, tags: readonly TagMemberRow[]): StoredState {
  const state = keptState({ ...view, tags: tags.map(({ tagId }) => tagId) }, tags)
  return { state, tags }
}

import { type CustomerView, loaded } from '../segments/customer-view.ts'
import type { TagMemberRow } from '../tags/rows.ts'
import type { Kept } from './kept.ts'

/** A customer with what is kept of it. */
export interface KeptState {
  /** As criteria see it; tags and memberships are those of the state. */
  readonly view: CustomerView
  /** Tags given by hand, which a rule cannot take. */
  readonly byHand: ReadonlySet<string>
  /** Tags given by their rules. */
  readonly byRule: ReadonlySet<string>
}

/** A customer whose tags, given by hand or by rule, are these rows. */
export function keptState(view: CustomerView, tags: readonly TagMemberRow[]): KeptState {
  return {
    view,
    byHand: new Set(tags.flatMap((row) => (row.manualSince === null ? [] : [row.tagId]))),
    byRule: new Set(tags.flatMap((row) => (row.ruleSince === null ? [] : [row.tagId]))),
  }
}

export function belongs({ view, byRule }: KeptState, { kind, id }: Kept): boolean {
  return kind === 'tag'
    ? byRule.has(id)
    : loaded(view, 'memberships').some(({ segmentId }) => segmentId === id)
}

/** The state once the customer came to belong, or ceased to. */
export function crossed(
  state: KeptState,
  { kind, id }: Kept,
  entered: boolean,
  at: number,
): KeptState {
  return kind === 'tag' ? withTag(state, id, entered) : withMembership(state, id, entered, at)
}

function withTag(state: KeptState, tag: string, entered: boolean): KeptState {
  const byRule = new Set(state.byRule)
  if (entered) byRule.add(tag)
  else byRule.delete(tag)
  const others = loaded(state.view, 'tags').filter((id) => id !== tag)
  const has = entered || state.byHand.has(tag)
  return { ...state, byRule, view: { ...state.view, tags: has ? [...others, tag] : others } }
}

function withMembership(
  state: KeptState,
  segmentId: string,
  entered: boolean,
  since: number,
): KeptState {
  const { view } = state
  const others = loaded(view, 'memberships').filter((row) => row.segmentId !== segmentId)
  const own = { segmentId, customerId: view.customer.id, since }
  return { ...state, view: { ...view, memberships: entered ? [...others, own] : others } }
}

import { keptState } from '../../kept/kept-state.ts'
import { nextKeptChange } from '../../kept/next-kept-change.ts'
import { keptPlan } from '../../kept/plan.ts'
import { compile } from '../compile.ts'
import { isAttributeFieldName } from '../fields/attribute-field.ts'
import { fields } from '../fields/fields.ts'
import { type NextChange, nextChange } from '../next-change.ts'
import type { LeafPredicate, Predicate } from '../predicate.ts'
import { resolve } from '../resolve.ts'
import type { Action } from './action.ts'
import type { ChangeableView, ChangeMoment } from './changeable-view.ts'
import { byEffort } from './effort.ts'
import { buys } from './families/buying.ts'
import { interactionsIn } from './families/interacting.ts'
import { marksIn } from './families/marking.ts'
import { settingsIn } from './families/setting.ts'
import { returning, settlements } from './families/settling.ts'
import { leavesBehind, rulesBehind } from './rules-behind.ts'
import { type Family, leastOf, type Search } from './search/family.ts'
import { gaugesOf, isUneven } from './search/gauges.ts'
import { otherProducts } from './simulate/other-products.ts'
import { simulate } from './simulate/simulate.ts'

/** What would turn an answer about a customer into the other one. */
export interface Changes {
  /** The answer now. */
  readonly holds: boolean
  /**
   * Actions of which each alone, now, turns the answer: the least of its kind for each thing that it
   * is done to, those of little effort first. Waiting is one of them where time alone will do it.
   */
  readonly actions: readonly Action[]
  /** When time alone changes the answer, or until when it does not. */
  readonly next: NextChange
}

/**
 * What would flip a checked predicate's answer about a customer, in or out: of a closed list of
 * actions, those that were tried out on the customer and do. What the shop alone works out (scores,
 * samples, for how long somebody has belonged) no action changes.
 *
 * @throws LanggananError `LIST_NOT_LOADED` for a view without a list that {@link needsOfChanges} names.
 */
export function whatWouldChange(
  predicate: Predicate,
  view: ChangeableView,
  moment: ChangeMoment,
): Changes {
  const { now, timeZone, segments } = moment
  const judge = compile(predicate, timeZone, segments)
  const holds = judge(view, now)
  const leaves = leavesBehind(predicate, moment)
  const rules = rulesBehind(predicate, moment)
  const conditions = [predicate, ...rules.map(({ where }) => where)].map((each) =>
    resolve(each, moment),
  )
  const plan = keptPlan(rules, { timeZone, segments: segments ?? [] })
  const setting = { view, moment, plan, otherProduct: otherProducts(leaves, view, moment) }
  const search: Search = {
    gauges: conditions.flatMap(gaugesOf),
    simulate: (action) => simulate(action, setting),
    flips: (after) => judge(after, now) !== holds,
  }
  const next =
    rules.length === 0
      ? nextChange(predicate, view, moment)
      : nextKeptChange(predicate, rules, keptState(view, view.tagMembers), {
          ...moment,
          segments: segments ?? [],
        })
  const actions: readonly Action[] = [
    ...('at' in next ? [{ kind: 'wait' as const, until: next.at }] : []),
    ...plain(leaves, view, moment, search),
    ...interactionsIn(leaves).flatMap((ways) => first(ways, search)),
    ...(isOfMoney(leaves) ? ofMoney(leaves, view, conditions.some(isUneven), search) : []),
  ]
  return { holds, actions: [...actions].sort(byEffort), next }
}

/** The actions without a magnitude: of the ways to do one thing, the first that flips the answer. */
function plain(
  leaves: readonly LeafPredicate[],
  view: ChangeableView,
  moment: ChangeMoment,
  search: Search,
): readonly Action[] {
  const targets = new Map<string, readonly Action[]>()
  for (const ways of [
    ...leaves.flatMap((leaf) => marksIn(leaf, view)),
    ...settingsIn(leaves, view, moment),
  ])
    targets.set(JSON.stringify(ways), ways)
  const found = [...targets.values()].flatMap((ways) =>
    first(
      ways.map((action) => ({ dimensions: [], act: () => action })),
      search,
    ),
  )
  // Two leaves may ask for the same, as consent and not having opted out do.
  return [...new Map(found.map((action) => [JSON.stringify(action), action])).values()]
}

function first(ways: readonly Family<Action>[], search: Search): readonly Action[] {
  for (const way of ways) {
    const found = leastOf(way, search)
    if (found !== undefined) return [found.action]
  }
  return []
}

function ofMoney(
  leaves: readonly LeafPredicate[],
  { orderTimes, invoices }: ChangeableView,
  uneven: boolean,
  search: Search,
): readonly Action[] {
  const found = [
    settlements('pay', invoices, leaves, search),
    settlements('refund', invoices, leaves, search),
    leastOf(returning(true), search),
    leastOf(returning(false), search),
    ...buys({ leaves, orderTimes, isUneven: uneven }, search),
  ]
  return found.flatMap((each) => (each === undefined ? [] : [each.action]))
}

/** Whether what money moves is asked about. */
function isOfMoney(leaves: readonly LeafPredicate[]): boolean {
  return leaves.some((leaf) => {
    if ('purchases' in leaf || 'payments' in leaf) return true
    return (
      'field' in leaf &&
      !isAttributeFieldName(leaf.field) &&
      fields[leaf.field].dependsOn === 'facts'
    )
  })
}

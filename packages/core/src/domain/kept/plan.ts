import type { Criterion } from '../change/change.ts'
import type { DefinedSegment } from '../segments/catalogue.ts'
import { compile } from '../segments/compile.ts'
import { criteriaOf } from '../segments/criteria-of.ts'
import type { CustomerListName, CustomerView } from '../segments/customer-view.ts'
import { leavesThroughSegments } from '../segments/leaves.ts'
import { listOrder, needs } from '../segments/needs.ts'
import { movesWithTime } from '../segments/next-change/moves-with-time.ts'
import type { LeafPredicate } from '../segments/predicate.ts'
import { resolve } from '../segments/resolve.ts'
import { type Dependent, inDependencyOrder } from './dependency-order.ts'
import type { Kept } from './kept.ts'

/** Where a shop's calendar stands, and what its segments mean. */
export interface Calendar {
  readonly timeZone: string
  readonly segments: readonly DefinedSegment[]
}

/** Something kept, made ready to be judged. */
export interface Watched extends Dependent {
  readonly belongs: (view: CustomerView, at: number) => boolean
  /** What about a customer it depends on. */
  readonly criteria: ReadonlySet<Criterion>
  /** Whether time alone may change who belongs. */
  readonly moves: boolean
}

/** A leaf whose answer time alone may change, and all that is kept in whose predicates it stands. */
export interface MovingLeaf {
  readonly leaf: LeafPredicate
  readonly watched: readonly Watched[]
}

/** All that a shop keeps up. */
export interface KeptPlan extends Calendar {
  /** Each behind what it rests on. */
  readonly watched: readonly Watched[]
  /** Each once, in however many predicates it stands: its turns are the same in all of them. */
  readonly moving: readonly MovingLeaf[]
  /** The lists that a view must hold, tags and memberships among them. */
  readonly lists: readonly CustomerListName[]
  readonly moves: boolean
  /**
   * Whether it is noted up to when each customer was judged: where time moves something, and where
   * there is history, which must not run backwards should the clock be put back.
   */
  readonly notesTurns: boolean
}

/** @throws LanggananError `PREDICATE_INVALID` if what is kept rests on each other in a circle. */
export function keptPlan(all: readonly Kept[], calendar: Calendar): KeptPlan {
  const watched = inDependencyOrder(all, calendar.segments).map((each) => watch(each, calendar))
  const moving = movingLeaves(watched, calendar)
  return {
    ...calendar,
    watched,
    moving,
    lists: listsOf(watched, calendar),
    moves: moving.length > 0,
    notesTurns: moving.length > 0 || all.some(({ kind }) => kind === 'segment'),
  }
}

function watch(dependent: Dependent, { timeZone, segments }: Calendar): Watched {
  const { where } = dependent.kept
  const judge = compile(where, timeZone, segments)
  const moves = leavesThroughSegments(where, segments).some(movesWithTime)
  return {
    ...dependent,
    // What stands still is settled once for all instants.
    belongs: moves ? judge : (view) => judge(view, anyInstant),
    criteria: criteriaOf(where, segments),
    moves,
  }
}

function movingLeaves(watched: readonly Watched[], { segments }: Calendar): readonly MovingLeaf[] {
  const byText = new Map<string, { readonly leaf: LeafPredicate; readonly watched: Watched[] }>()
  for (const each of watched.filter(({ moves }) => moves)) {
    const leaves = leavesThroughSegments(each.kept.where, segments).filter(movesWithTime)
    for (const [text, leaf] of new Map(leaves.map((leaf) => [JSON.stringify(leaf), leaf]))) {
      const known = byText.get(text)
      if (known === undefined) byText.set(text, { leaf, watched: [each] })
      else known.watched.push(each)
    }
  }
  return [...byText.values()]
}

/** Which, makes no difference to what is read but for labels on a day to come. */
const anyInstant = Date.UTC(2000)

/**
 * A predicate may read a list later that it does not read at first (of a label on a day to come), so
 * what its criteria are called after is read too.
 */
function listsOf(watched: readonly Watched[], calendar: Calendar): readonly CustomerListName[] {
  const read = new Set<string>(['tags', 'memberships'])
  for (const { kept, criteria } of watched) {
    for (const criterion of criteria) read.add(criterion)
    for (const list of needs(resolve(kept.where, { now: anyInstant, ...calendar })).lists)
      read.add(list)
  }
  return listOrder.filter((list) => read.has(list))
}

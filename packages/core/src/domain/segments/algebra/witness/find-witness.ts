import { isLanggananError } from '../../../error/langganan-error.ts'
import { judgeKept } from '../../../kept/advance.ts'
import { keptPlan } from '../../../kept/plan.ts'
import { compile } from '../../compile.ts'
import { type CustomerLists, type CustomerView, loaded } from '../../customer-view.ts'
import type { Predicate } from '../../predicate.ts'
import type { AlgebraContext } from '../context.ts'
import { formulaOf } from '../prove/formula-of.ts'
import type { Store } from '../prove/held.ts'
import { searchFormula } from '../prove/tableau.ts'
import { spend, type Work } from '../prove/work.ts'
import { instantsToTry } from './instants.ts'
import type { Life } from './life.ts'
import { planLife } from './plan-life.ts'
import { viewOfLife } from './view-of-life.ts'
import type { Wanted } from './wanted.ts'

/** A made-up customer who matches at an instant, and who could exist. */
export interface Witness {
  /** When the customer matches: now or later, epoch milliseconds. */
  readonly at: number
  readonly view: CustomerView & CustomerLists
  /** What has to be recorded for the customer to come about. */
  readonly life: Life
}

const mostPlans = 12
const variants = [0, 1, 2, 3]
// Working out one customer costs as much as holding so many literals, and more with what is wanted.
const costOfPlan = 1_000
const costOfWish = 20

/** A customer who matches a checked predicate; undefined where none was found. */
export function findWitness(
  predicate: Predicate,
  context: AlgebraContext,
  work: Work,
): Witness | undefined {
  const matches = compile(predicate, context.timeZone, context.segments)
  let plans = 0
  let found: Witness | undefined
  for (const at of instantsToTry(predicate, context)) {
    const then = { ...context, now: at }
    const counts = (): boolean => true
    const onOpen = (store: Store): boolean => {
      if (plans >= mostPlans) return true
      plans += 1
      const known = new Map()
      for (const variant of variants) {
        found ??= madeUp({ store, at, context: then, variant, known }, matches, work)
      }
      return found !== undefined
    }
    searchFormula(formulaOf(predicate, then, 'once'), { work, counts, onOpen })
    if (found !== undefined || plans >= mostPlans || work.left <= 0) return found
  }
  return undefined
}

/** A customer made up as wanted, if that one does match. */
function madeUp(
  wanted: Wanted,
  matches: (view: CustomerView, now: number) => boolean,
  work: Work,
): Witness | undefined {
  const wishes = [...wanted.store.values()].reduce((sum, held) => sum + held.length, 0)
  if (!spend(work, costOfPlan + costOfWish * wishes)) return undefined
  const life = planLife(wanted)
  if (life === undefined) return undefined
  const { at, context } = wanted
  const lived = viewIfExact(life, at, context)
  if (lived === undefined) return undefined
  const view = withRuleTags(lived, at, context)
  return matches(view, at) ? { at, view, life } : undefined
}

/** Sums may leave the exact range of amounts though no amount does: nobody could have lived so. */
function viewIfExact(life: Life, at: number, context: AlgebraContext): Witness['view'] | undefined {
  try {
    return viewOfLife(life, at, context)
  } catch (error) {
    if (isLanggananError(error, 'AMOUNT_OVERFLOW')) return undefined
    throw error
  }
}

/** With the tags that their rules give besides. */
function withRuleTags(view: Witness['view'], at: number, context: AlgebraContext): Witness['view'] {
  const rules = (context.kept ?? []).filter(({ kind }) => kind === 'tag')
  if (rules.length === 0) return view
  const before = { view, byHand: new Set(view.tags), byRule: new Set<string>() }
  const { state } = judgeKept(keptPlan(rules, context), before, at)
  return { ...view, tags: loaded(state.view, 'tags') }
}

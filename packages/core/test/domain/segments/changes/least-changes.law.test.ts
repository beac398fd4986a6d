import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keptPlan } from '../../../../src/domain/kept/plan.ts'
import type { Action, BuyAction } from '../../../../src/domain/segments/changes/action.ts'
import type {
  ChangeableView,
  ChangeMoment,
} from '../../../../src/domain/segments/changes/changeable-view.ts'
import { leavesBehind, rulesBehind } from '../../../../src/domain/segments/changes/rules-behind.ts'
import { otherProducts } from '../../../../src/domain/segments/changes/simulate/other-products.ts'
import { simulate } from '../../../../src/domain/segments/changes/simulate/simulate.ts'
import { whatWouldChange } from '../../../../src/domain/segments/changes/what-would-change.ts'
import { compile } from '../../../../src/domain/segments/compile.ts'
import type { Predicate } from '../../../../src/domain/segments/predicate.ts'
import { catalogueIn } from '../../../../src/testing/arbitraries/catalogue.ts'
import { tally } from '../../../../src/testing/laws/tally.ts'
import { environment } from '../../../../src/testing/shop-kit/world/environment.ts'
import { factsFromRows, now, smallCustomers, timeZone } from './small-customers.ts'
import { smallPredicates } from './small-predicates.ts'
import { buysOf, smallerActions } from './smaller-actions.ts'

const moment: ChangeMoment = {
  ...catalogueIn(timeZone),
  now,
  kept: [{ kind: 'tag', id: 'tag-1', where: { all: [{ field: 'ltv', is: '>=', value: 15 }] } }],
}
const numRuns = environment().runs ?? (environment().isLong ? 20_000 : 250)

test('law 5: what is named flips the answer, and nothing smaller of its kind does', () => {
  const tried = tally(['set', 'interact', 'pay', 'refund', 'return', 'buy'])
  let smaller = 0
  let asked = 0
  const { seed = fc.sample(fc.noBias(fc.integer({ min: 0 })), 1)[0] ?? 0 } = environment()
  fc.assert(
    fc.property(smallCustomers, smallPredicates, (view, predicate) => {
      const judged = judgeOf(predicate, view)
      const { holds, actions } = whatWouldChange(predicate, view, moment)
      for (const action of actions) {
        if (action.kind === 'wait') continue
        for (const way of waysOf(action)) {
          expect(judged.after(way)).toBe(!holds)
          judged.expectBooked(way)
          for (const less of smallerActions(way, view.invoices)) {
            smaller += 1
            if (judged.after(less) === !holds) throw new Error(`less does: ${JSON.stringify(less)}`)
          }
        }
        tried.add([action.kind])
      }
      asked += 1
      // It takes longest, and need not be done of each.
      if (asked % 8 === 0 && !actions.some(({ kind }) => kind === 'buy'))
        expectNoBuy(judged.after, holds)
    }),
    { numRuns, seed },
  )
  // biome-ignore lint/suspicious/noConsole: the summary of the run is for whoever runs it
  console.info(
    `least changes: ${tried.lines().join(', ')}; ${smaller} smaller ones tried, seed ${seed}`,
  )
  if (environment().runs === undefined) expect(tried.below(1)).toEqual([])
}, 3_600_000)

/** Where no orders are named, none of anything else flips the answer. */
function expectNoBuy(after: (action: Action) => boolean, holds: boolean): void {
  const anything = { product: null, category: null, colour: null, size: null }
  const orders = [[{ ...anything, quantity: 1, amount: 1 }]]
  for (const paid of ['yes', 'no'] as const) {
    for (const buy of buysOf({ kind: 'buy', orders, paid, method: 'cash' }))
      if (after(buy) === !holds) throw new Error(`not named: ${JSON.stringify(buy)}`)
  }
}

/** The answer after an action; and that the facts are those then which the rows come to. */
function judgeOf(predicate: Predicate, view: ChangeableView) {
  const leaves = leavesBehind(predicate, moment)
  const otherProduct = otherProducts(leaves, view, moment)
  const plan = keptPlan(rulesBehind(predicate, moment), { timeZone: moment.timeZone, segments: [] })
  const setting = { view, moment, plan, otherProduct }
  const judge = compile(predicate, timeZone, moment.segments)
  const simulated = (action: Action): ChangeableView => {
    const after = simulate(action, setting)
    if (after === undefined) throw new Error('an overflow among small numbers')
    return after
  }
  return {
    after: (action: Action): boolean => judge(simulated(action), now),
    expectBooked(action: Action): void {
      const after = simulated(action)
      expect(after.facts).toEqual(factsFromRows(after, moment))
    },
  }
}

function waysOf(action: Action): readonly Action[] {
  if (action.kind !== 'buy' || action.paid !== 'either') return [action]
  return (['yes', 'no'] as const).map((paid): BuyAction => ({ ...action, paid }))
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Rows } from '../../../../src/domain/change/rows.ts'
import { currentConsents } from '../../../../src/domain/consents/current.ts'
import { advance } from '../../../../src/domain/kept/advance.ts'
import type { Kept } from '../../../../src/domain/kept/kept.ts'
import { keptState } from '../../../../src/domain/kept/kept-state.ts'
import { keptPlan } from '../../../../src/domain/kept/plan.ts'
import type { LabelEventRow } from '../../../../src/domain/labels/rows.ts'
import { labelSpans } from '../../../../src/domain/labels/spans.ts'
import type {
  ChangeableView,
  ChangeMoment,
} from '../../../../src/domain/segments/changes/changeable-view.ts'
import { describeChange } from '../../../../src/domain/segments/changes/describe-change.ts'
import { leavesBehind, rulesBehind } from '../../../../src/domain/segments/changes/rules-behind.ts'
import { otherProducts } from '../../../../src/domain/segments/changes/simulate/other-products.ts'
import { simulate } from '../../../../src/domain/segments/changes/simulate/simulate.ts'
import { whatWouldChange } from '../../../../src/domain/segments/changes/what-would-change.ts'
import { compile } from '../../../../src/domain/segments/compile.ts'
import type { CustomerView } from '../../../../src/domain/segments/customer-view.ts'
import { leavesThroughSegments } from '../../../../src/domain/segments/leaves.ts'
import type { Predicate } from '../../../../src/domain/segments/predicate.ts'
import type { Population } from '../../../../src/testing/arbitraries/population.ts'
import type { Scene } from '../../../../src/testing/arbitraries/scene.ts'
import { hold } from '../../../../src/testing/laws/hold.ts'
import { tally } from '../../../../src/testing/laws/tally.ts'
import { slightlyLess } from '../../../../src/testing/shop-kit/changes/slightly-less.ts'
import { environment } from '../../../../src/testing/shop-kit/world/environment.ts'

const cases = environment().cases ?? (environment().isLong ? 50_000 : 800)

test('law 5: any named change of any customer flips the answer, and one a step smaller does not', async () => {
  const seed = environment().seed ?? fc.sample(fc.noBias(fc.integer({ min: 0 })), 1)[0] ?? 0
  const seen = tally(['wait', 'set', 'consent', 'interact', 'buy', 'return', 'pay'])
  await hold('law 5', { cases, seed, print: () => undefined }, async (scene) => {
    for (const [i, { predicate, now }] of scene.questions.entries()) {
      const shown = scene.population.views[i % scene.population.views.length]
      if (shown === undefined) continue
      const [tag] = scene.catalogue.tags
      const other = scene.questions[i - 1]?.predicate ?? { all: [] }
      const kept: readonly Kept[] =
        tag === undefined || i % 3 > 0 || asksFor(tag.id, other, scene)
          ? []
          : [{ kind: 'tag', id: tag.id, where: other }]
      const moment: ChangeMoment = { ...scene.catalogue, now, kept }
      const view = changeable(shown, scene.population)
      const { holds, actions } = whatWouldChange(predicate, view, moment)
      const judge = compile(predicate, moment.timeZone, moment.segments)
      expect(judge(view, now)).toBe(holds)
      const otherProduct = otherProducts(leavesBehind(predicate, moment), view, moment)
      const plan = keptPlan(rulesBehind(predicate, moment), scene.catalogue)
      const setting = { view, moment, plan, otherProduct }
      for (const action of actions) {
        seen.add([action.kind])
        for (const locale of ['en', 'id'] as const)
          expect(describeChange(action, scene.catalogue, locale)).not.toMatch(/undefined|NaN/)
        if (action.kind === 'wait') {
          const state = keptState(view, view.tagMembers)
          const answerAt = (to: number): boolean =>
            judge(advance(plan, state, { from: now, to }).state.view, to)
          expect(answerAt(action.until)).toBe(!holds)
          expect(answerAt(action.until - 1)).toBe(holds)
          continue
        }
        const said = `${JSON.stringify(action)} for ${JSON.stringify(predicate)}, asked at ${new Date(now).toISOString()}`
        const after = simulate(action, setting)
        expect(after && judge(after, now), `does not flip: ${said}`).toBe(!holds)
        const less = slightlyLess(action)
        const lessAfter = less && simulate(less, setting)
        if (lessAfter !== undefined)
          expect(judge(lessAfter, now), `less flips too: ${said}`).toBe(holds)
      }
    }
  })
  // biome-ignore lint/suspicious/noConsole: the summary of the run is for whoever runs it
  console.info(`changes: ${seen.lines().join(', ')}, seed ${seed}`)
  expect(seen.below(1)).toEqual([])
}, 3_600_000)

/** A tag whose rule asked for itself would be refused. */
function asksFor(tag: string, where: Predicate, { catalogue }: Scene): boolean {
  return leavesThroughSegments(where, catalogue.segments).some(
    (leaf) => 'tag' in leaf && leaf.tag === tag,
  )
}

/** A drawn customer with the logs that its labels and consents would come from, and its transactions whole. */
function changeable(view: CustomerView, { writes }: Population): ChangeableView {
  const { id } = view.customer
  const rows = writes[0]?.insert
  const own = <R extends { readonly customerId: string }>(all: readonly R[] = []): readonly R[] =>
    all.filter(({ customerId }) => customerId === id)
  const labelEvents = (view.labels ?? []).flatMap(eventsOf)
  const consentEvents = (view.consents ?? []).map((row, i) => ({
    ...row,
    id: `consent-${i}`,
    originId: id,
    by: null,
    proof: null,
    eventId: null,
    recordedAt: row.at,
  }))
  const labels = [...new Set(labelEvents.map(({ labelId }) => labelId))].flatMap((labelId) =>
    labelSpans(labelEvents.filter((event) => event.labelId === labelId)),
  )
  const standing = (view.purchases ?? []).filter(({ stands }) => stands === 1)
  return {
    ...view,
    facts: withAgreeingMoney(view.facts),
    labels,
    labelEvents,
    consents: currentConsents(consentEvents),
    consentEvents,
    invoices: own(rows?.transactions),
    tagMembers: own(rows?.tagMembers),
    orderTimes: [...new Map(standing.map((line) => [line.transactionId, line.at])).values()],
  }
}

/** What no write could have left behind, a difference beyond the exact range, would stop the next one. */
function withAgreeingMoney(facts: CustomerView['facts']): CustomerView['facts'] {
  const [paid, refunded] = [Math.abs(facts.paid), Math.abs(facts.refunded)]
  const [receivable, credit] = [Math.abs(facts.receivable), Math.abs(facts.credit)]
  const balances = { ltv: paid - refunded, balance: receivable - credit }
  return { ...facts, paid, refunded, receivable, credit, ...balances }
}

function eventsOf(span: Rows['labelSpans'], i: number): readonly LabelEventRow[] {
  const { customerId, labelId, at, until, by } = span
  const told = { timed: 1, cause: 'told', eventId: null, recordedAt: at } as const
  const event = { customerId, originId: customerId, labelId, ...told }
  const added = { ...event, id: `label-${i}`, change: 'added' as const, at, by }
  return until === null
    ? [added]
    : [added, { ...event, id: `label-${i}-off`, change: 'removed' as const, at: until, by: null }]
}

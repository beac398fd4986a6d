import fc from 'fast-check'
import { expect, test } from 'vitest'
import { advance, judgeKept } from '../../../src/domain/kept/advance.ts'
import { type Crossing, type Kept, keptKey } from '../../../src/domain/kept/kept.ts'
import { belongs, crossed, type KeptState } from '../../../src/domain/kept/kept-state.ts'
import { type KeptPlan, keptPlan } from '../../../src/domain/kept/plan.ts'
import { compile } from '../../../src/domain/segments/compile.ts'
import type { CustomerView } from '../../../src/domain/segments/customer-view.ts'
import { turningPoints } from '../../../src/domain/segments/next-change/turning-points.ts'
import type { Predicate } from '../../../src/domain/segments/predicate.ts'
import { forward } from '../../../src/domain/time/step.ts'
import type { Scene } from '../../../src/testing/arbitraries/scene.ts'
import { hold } from '../../../src/testing/laws/hold.ts'
import { environment } from '../../../src/testing/shop-kit/world/environment.ts'

const cases = environment().cases ?? (environment().isLong ? 100_000 : 500)
const day = 86_400_000
const pauses: readonly number[] = [1, 1_000, day / 2, day, 20 * day, 200 * day, 3_000 * day]

test('law 4, kept up: how often time is let go on makes no difference, and at every instant it is as judged', async () => {
  const seed = environment().seed ?? fc.sample(fc.noBias(fc.integer({ min: 0 })), 1)[0] ?? 0
  let crossings = 0
  await hold('law 4, time alone', { cases, seed, print: () => undefined }, async (scene) => {
    for (let i = 0; i + 4 < scene.questions.length; i += 5) {
      for (const view of scene.population.views.slice(0, 6))
        crossings += livesThrough(scene, i, view)
    }
  })
  // biome-ignore lint/suspicious/noConsole: the summary of the run is for whoever runs it
  console.info(`kept up by time alone: ${crossings} crossings, seed ${seed}`)
  expect(crossings).toBeGreaterThan(cases / 20)
}, 3_600_000)

/** Five predicates kept up for one customer: once in one go, once with a stop at every pause. */
function livesThrough(scene: Scene, first: number, view: CustomerView): number {
  const { catalogue } = scene
  const from = scene.questions[first]?.now ?? scene.pools.now
  const plan = keptPlan(keptOf(scene, first), catalogue)
  expectNoTurnsOfTheLasting(plan, view, from)
  const begun = judgeKept(plan, stateOf(view), from).state

  const stops = pauses.map((pause) => from + pause)
  const to = stops.at(-1) ?? from
  const whole = advance(plan, begun, { from, to })
  let state = begun
  let at = from
  const inSteps: Crossing[] = []
  for (const stop of stops) {
    const part = advance(plan, state, { from: at, to: stop })
    state = part.state
    at = stop
    inSteps.push(...part.crossings)
    expectAsJudged(plan, state, stop)
  }
  expect(inSteps).toEqual(whole.crossings)
  expect(membersOf(plan, state)).toEqual(membersOf(plan, whole.state))
  expectTrueInstants(plan, begun, whole.crossings)
  return whole.crossings.length
}

/** What is said not to move with time has no instant at which it might. */
function expectNoTurnsOfTheLasting(plan: KeptPlan, view: CustomerView, from: number): void {
  const { timeZone, segments } = plan
  const to = forward(from, { years: 10 }, timeZone)
  for (const { kept, moves } of plan.watched) {
    if (!moves)
      expect(turningPoints(kept.where, view, { from, to, timeZone, segments })).toEqual([])
  }
}

/** Two of the predicates are rules of tags, the others tracked segments. */
function keptOf(scene: Scene, first: number): readonly Kept[] {
  const predicates: readonly Predicate[] = scene.questions
    .slice(first, first + 5)
    .map(({ predicate }) => predicate)
  return predicates.map((where, i) =>
    i < 2 ? { kind: 'tag', id: `rule-${i}`, where } : { kind: 'segment', id: `kept-${i}`, where },
  )
}

function stateOf(view: CustomerView): KeptState {
  return { view, byHand: new Set(view.tags), byRule: new Set() }
}

function membersOf(plan: KeptPlan, state: KeptState): readonly boolean[] {
  return plan.watched.map(({ kept }) => belongs(state, kept))
}

function expectAsJudged(plan: KeptPlan, state: KeptState, at: number): void {
  for (const { kept } of plan.watched) {
    // Not as the plan judges, which settles some predicates once for all instants.
    const judged = compile(kept.where, plan.timeZone, plan.segments)(state.view, at)
    if (judged !== belongs(state, kept)) {
      throw new Error(
        `kept as ${belongs(state, kept)} at ${new Date(at).toISOString()}: ${JSON.stringify(kept.where)}`,
      )
    }
  }
}

/** A millisecond before each crossing it was not so yet. */
function expectTrueInstants(
  plan: KeptPlan,
  begun: KeptState,
  crossings: readonly Crossing[],
): void {
  let state = begun
  for (const [i, { kept, entered, at }] of crossings.entries()) {
    if (crossings[i - 1]?.at !== at) expectAsJudged(plan, state, at - 1)
    expect(belongs(state, kept), keptKey(kept)).toBe(!entered)
    state = crossed(state, kept, entered, at)
  }
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from '../../../src/domain/segments/compile.ts'
import type {
  ExplainedLeaf,
  ExplainedPart,
  Explanation,
} from '../../../src/domain/segments/explain/explanation.ts'
import { explain } from '../../../src/domain/segments/explain.ts'
import type { Predicate } from '../../../src/domain/segments/predicate.ts'
import { arbitraryPopulation } from '../../../src/testing/arbitraries/population.ts'
import { poolsAt } from '../../../src/testing/arbitraries/scene-pools.ts'
import { hold } from '../../../src/testing/laws/hold.ts'
import { environment } from '../../../src/testing/shop-kit/world/environment.ts'
import { catalogue } from './shop.ts'

const cases = environment().cases ?? (environment().isLong ? 200_000 : 2_000)
const mostForBruteForce = 12

test("law 5, explained: the verdict is the evaluation's, its leaves force it, and none can be dropped", async () => {
  const seed = environment().seed ?? fc.sample(fc.noBias(fc.integer({ min: 0 })), 1)[0] ?? 0
  let forced = 0
  await hold('law 5', { cases, seed, print: () => undefined }, async ({ catalogue, ...scene }) => {
    const { timeZone } = catalogue
    for (const [i, { predicate, now }] of scene.questions.entries()) {
      const view = scene.population.views[i % scene.population.views.length]
      if (view === undefined) continue
      const explanation = explain(predicate, view, { ...catalogue, now })
      expect(explanation.holds).toBe(compile(predicate, timeZone, catalogue.segments)(view, now))
      for (const leaf of leavesOf(explanation.root)) {
        expect(leaf.holds).toBe(compile(leaf.predicate, timeZone, catalogue.segments)(view, now))
      }
      forced += Number(leavesForce(explanation))
    }
  })
  // biome-ignore lint/suspicious/noConsole: the summary of the run is for whoever runs it
  console.info(`explanations: ${forced} tried with every assignment of the leaves, seed ${seed}`)
  expect(forced).toBeGreaterThan(cases / 2)
}, 3_600_000)

const [many, few, city] = [
  { field: 'orders', is: '>=', value: 2 },
  { field: 'orders', is: '<', value: 2 },
  { field: 'city', is: 'missing' },
] as const
const { timeZone } = catalogue
const now = Date.parse('2026-07-15T08:30:00.000Z')
const segments = [{ id: 's', name: 'Twice', where: many, tracked: false }]
const [population] = fc.sample(arbitraryPopulation(poolsAt(now, timeZone), catalogue), {
  numRuns: 1,
  seed: 3,
})

test.each<[string, Predicate, number]>([
  ['a leaf beside a segment that says the same', { all: [many, { segment: 's' }] }, 1],
  ['a leaf twice', { any: [many, many] }, 1],
  [
    'a leaf in two alternatives',
    { any: [{ all: [many, city] }, { all: [many, { not: city }] }] },
    1,
  ],
  ['twice of three', { atLeast: 2, of: [many, many, city] }, 1],
  ['a leaf and its opposite', { any: [many, { not: many }] }, 0],
  ['a leaf and another one', { all: [many, { not: few }] }, 2],
])('%s has no reason that could be dropped', (_, predicate, reasons) => {
  const [view] = population?.views ?? []
  if (view === undefined) throw new Error('There is nobody.')
  const buyer = { ...view, facts: { ...view.facts, orders: 2 } }
  const explanation = explain(predicate, buyer, { now, timeZone, segments })
  expect(leavesForce(explanation)).toBe(true)
  expect(explanation.because).toHaveLength(reasons)
})

/** Tries every assignment, where there are few enough leaves for that; answers whether it did. */
function leavesForce({ root, because }: Explanation): boolean {
  const leaves = leavesOf(root)
  if (leaves.length > mostForBruteForce) return false
  expect(isForced(root, leaves, because)).toBe(true)
  for (const dropped of because) {
    expect(
      isForced(
        root,
        leaves,
        because.filter((leaf) => leaf !== dropped),
      ),
    ).toBe(false)
  }
  return true
}

/** Whether the verdict stays, whatever the leaves that are not kept turn out to be. */
function isForced(
  root: ExplainedPart,
  leaves: readonly ExplainedLeaf[],
  kept: readonly ExplainedLeaf[],
): boolean {
  const keptToo = new Set(kept.map(saidBy))
  const free = [...new Set(leaves.map(saidBy))].filter((said) => !keptToo.has(said))
  for (let bits = 0; bits < 2 ** free.length; bits++) {
    const judged = new Map(free.map((said, i) => [said, Math.floor(bits / 2 ** i) % 2 === 1]))
    if (evaluate(root, (leaf) => judged.get(saidBy(leaf)) ?? leaf.holds) !== root.holds)
      return false
  }
  return true
}

/** Leaves that say the same are one. */
function saidBy({ predicate }: ExplainedLeaf): string {
  return JSON.stringify(predicate)
}

function evaluate(part: ExplainedPart, verdictOf: (leaf: ExplainedLeaf) => boolean): boolean {
  const verdict = (each: ExplainedPart): boolean => evaluate(each, verdictOf)
  switch (part.kind) {
    case 'all':
      return part.of.every(verdict)
    case 'any':
      return part.of.some(verdict)
    case 'atLeast':
      return part.of.filter(verdict).length >= part.count
    case 'not':
      return !verdict(part.of)
    case 'segment':
      return verdict(part.of)
    case 'leaf':
      return verdictOf(part)
  }
}

function leavesOf(part: ExplainedPart): readonly ExplainedLeaf[] {
  if (part.kind === 'leaf') return [part]
  if (part.kind === 'not' || part.kind === 'segment') return leavesOf(part.of)
  return part.of.flatMap(leavesOf)
}
